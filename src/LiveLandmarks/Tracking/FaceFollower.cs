using LiveLandmarks.Diagnostics;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// Finds tracked faces in the next frame: first where they should be and then, if the crop does not fit the landmarks found in it, around
/// those landmarks, until the crop fits. The network does not see the parts of a face beyond its crop; it guesses them with high
/// confidence. Not thread-safe.
/// </summary>
internal sealed class FaceFollower(ILandmarkDetector network)
{
    private const int MaxLooks = 4;

    // Largest difference between a crop and the crop around the landmarks found in it: shares of its side, and radians.
    private const float MaxOffset = 0.07f;
    private const float MaxGrowth = 0.2f;
    private const float MaxTurn = 0.25f;

    // Below this share of the minimum score, a crop shows no face at all and is not moved.
    private const float MinShare = 0.6f;

    // The next look may score lower by this much and still be better.
    private const float Loss = 0.05f;

    private readonly List<FaceCrop> crops = [];
    private readonly List<FaceCrop> nextCrops = [];
    private readonly List<int> again = [];

    /// <summary>Finds the faces of all tracks.</summary>
    /// <param name="image">The frame.</param>
    /// <param name="tracks">The tracks to follow.</param>
    /// <param name="time">When the frame was captured.</param>
    /// <param name="clock">Measures the time taken.</param>
    /// <returns>One entry per track, even if it is not a face; check the score.</returns>
    public FaceLandmarks?[] Locate(Mat image, IReadOnlyList<FaceTrack> tracks, TimeSpan time, StageClock clock)
    {
        crops.Clear();
        for (var i = 0; i < tracks.Count; i++)
            crops.Add(tracks[i].PredictCrop(time, network.CropRule));
        FaceLandmarks?[] faces = network.Locate(image, crops, clock);

        again.Clear();
        for (var i = 0; i < faces.Length; i++)
            again.Add(i);
        for (var look = 1; look < MaxLooks && MoveCrops(faces); look++)
        {
            var found = network.Locate(image, nextCrops, clock);
            for (var i = again.Count - 1; i >= 0; i--)
            {
                if (found[i].Score >= faces[again[i]]!.Score - Loss)
                    faces[again[i]] = found[i];
                else
                    again.RemoveAt(i);
            }
        }
        return faces;
    }

    /// <summary>Whether a crop nearly equals the crop around the landmarks.</summary>
    internal static bool Fits(FaceCrop crop, FaceCrop around) =>
        MathF.Abs(around.CenterX - crop.CenterX) <= MaxOffset * crop.Side
        && MathF.Abs(around.CenterY - crop.CenterY) <= MaxOffset * crop.Side
        && MathF.Abs(around.Side / crop.Side - 1) <= MaxGrowth
        && MathF.Abs(MathF.IEEERemainder(around.Angle - crop.Angle, 2 * MathF.PI)) <= MaxTurn;

    /// <summary>Moves the crops that do not fit to the landmarks found in them; false if all fit.</summary>
    private bool MoveCrops(FaceLandmarks?[] faces)
    {
        nextCrops.Clear();
        var left = 0;
        for (var k = 0; k < again.Count; k++)
        {
            var i = again[k];
            var around = FaceCrop.Upright(faces[i]!, network.CropRule);
            if (faces[i]!.Score < MinShare * network.MinimumScore || Fits(crops[i], around))
                continue;
            crops[i] = around;
            nextCrops.Add(around);
            again[left++] = i;
        }
        again.RemoveRange(left, again.Count - left);
        return left > 0;
    }
}
