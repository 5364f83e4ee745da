namespace LiveLandmarks.Training.Data;

/// <summary>What the loader keeps of the pictures.</summary>
public enum PictureCaching
{
    /// <summary>Nothing; every sample reads its file.</summary>
    None,

    /// <summary>The files' bytes, as far as the limit allows; decoded for every sample.</summary>
    Files,

    /// <summary>
    /// The face's surroundings at the resolution that the network needs, as JPEG of quality 95: for pictures that are much larger than the
    /// face.
    /// </summary>
    Surroundings,
}
