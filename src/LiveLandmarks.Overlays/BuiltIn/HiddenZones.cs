namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>Finds what to hide in each frame: the faces and candidates, and for a while those that were seen before.</summary>
/// <param name="margin">Margin hidden around a face, as a share of its longer side.</param>
/// <param name="hold">How long a lost face stays hidden. A candidate stays hidden for a tenth of that.</param>
internal sealed class HiddenZones(float margin, TimeSpan hold)
{
    private const double CandidateHold = 0.1;

    private readonly List<HiddenZone> zones = [];
    private readonly List<FaceBox> found = [];
    private readonly List<FaceBox> hidden = [];

    /// <summary>Finds what to hide in the next frame.</summary>
    /// <returns>Boxes in image pixels, the smallest first; they may extend beyond the picture. Valid until the next call.</returns>
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
        // A face expires only after some time, since it can be behind another face. A candidate also expires when something is found in its
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

    /// <summary>Forgets everything that was seen, for example when the picture's size changes.</summary>
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
