namespace MakeClips;

/// <summary>How much of a face a frame shows.</summary>
internal enum FaceState
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>Only the part that is inside the frame.</summary>
    Partial,

    /// <summary>It is inside the frame, and another face covers some or all of it.</summary>
    Occluded,

    /// <summary>Nothing: it is outside the frame.</summary>
    None,
}
