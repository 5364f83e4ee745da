namespace LiveLandmarks.Capture;

/// <summary>A reader that another thread can free from a read that waits for pictures.</summary>
internal interface IInterruptibleReader : IFrameReader
{
    /// <summary>Lets a read that is under way end soon, and all further ones at once, without a picture. Thread-safe.</summary>
    void Interrupt();
}
