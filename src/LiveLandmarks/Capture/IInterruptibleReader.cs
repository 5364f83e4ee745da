namespace LiveLandmarks.Capture;

/// <summary>A reader whose blocked read another thread can interrupt.</summary>
internal interface IInterruptibleReader : IFrameReader
{
    /// <summary>Makes a read in progress end soon, and all further reads at once, without a picture. Thread-safe.</summary>
    void Interrupt();
}
