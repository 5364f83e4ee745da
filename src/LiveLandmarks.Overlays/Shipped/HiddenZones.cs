namespace LiveLandmarks.Overlays.Shipped;

/// <summary>What to hide, frame by frame: the faces and what may be one, and for a while what was there before.</summary>
/// <param name="margin">Hidden around a face, as a share of its longer side.</param>
/// <param name="hold">How long a lost face stays hidden; what only may be a face, a tenth of that.</param>
internal sealed class HiddenZones(float margin, TimeSpan hold)
{
    private const double CandidateHold = 0.1;

    private readonly List<HiddenZone> zones = [];
    private readonly List<FaceBox> found = [];
    private readonly List<FaceBox> hidden = [];

    /// <summary>What to hide in the next frame.</summary>
    /// <returns>Boxes in image pixels, the smallest first; they may reach out of the picture. Valid until the next call.</returns>
    public IReadOnlyList<FaceBox> Next(
        IReadOnlyList<TrackedFace> faces, IReadOnlyList<FaceBox> candidates, TimeSpan time, int width, int height)
    {
        found.Clear();
        found.AddRange(candidates);
        foreach (var face in faces)
        {
            var area = FaceArea.Of(face);
            found.Add(area);
            Take(face.Id, area, time);
        }
        // A face is lost for good only by time, since it can be behind another; what only may be one, also when something was found in its
        // place.
        zones.RemoveAll(zone => time - zone.Seen > Hold(zone) || (zone.Face == 0 && zone.Box.IsHeldBy(found)));
        foreach (var candidate in candidates)
            zones.Add(new HiddenZone(0, candidate, 0, 0, time));

        hidden.Clear();
        foreach (var zone in zones)
            hidden.Add(zone.At(time, width, height).Grow(margin));
        hidden.Sort((a, b) => a.Size().CompareTo(b.Size()));
        return hidden;
    }

    /// <summary>Forgets what was seen, as where the picture's size changed.</summary>
    public void Clear() => zones.Clear();

    private TimeSpan Hold(HiddenZone zone) => zone.Face > 0 ? hold : hold * CandidateHold;

    private void Take(int face, FaceBox box, TimeSpan time)
    {
        var known = zones.FindIndex(zone => zone.Face == face);
        if (known >= 0)
            zones[known] = zones[known].Again(box, time);
        else
            zones.Add(new HiddenZone(face, box, 0, 0, time));
    }
}
