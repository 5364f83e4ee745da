namespace LiveLandmarks.Output;

/// <summary>
/// Numbers faces from 0 for receivers that look for face 0, such as those of OpenSeeFace. Ids are unsuitable: they are never reused, so
/// after a while no face has a low id. A face that is out of view keeps its number until another face needs it.
/// </summary>
internal sealed class FaceSlots
{
    private readonly List<int> ids = [];

    /// <summary>The number of a face.</summary>
    /// <param name="face">One of the frame's faces.</param>
    /// <param name="faces">All faces of the frame.</param>
    public int Of(TrackedFace face, IReadOnlyList<TrackedFace> faces)
    {
        var slot = ids.IndexOf(face.Id);
        if (slot >= 0)
            return slot;
        for (slot = 0; slot < ids.Count && Contains(faces, ids[slot]); slot++)
        {
        }
        if (slot == ids.Count)
            ids.Add(face.Id);
        ids[slot] = face.Id;
        return slot;
    }

    private static bool Contains(IReadOnlyList<TrackedFace> faces, int id)
    {
        for (var i = 0; i < faces.Count; i++)
        {
            if (faces[i].Id == id)
                return true;
        }
        return false;
    }
}
