using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>Drops faces that are found in place of the tracked ones but are not them: out of sight, of another shot, or two on one
/// face.</summary>
/// <param name="options">Decide what counts as visible.</param>
/// <param name="network">The network that found the faces.</param>
/// <param name="shots">Watches the picture for cuts.</param>
internal sealed class TrackFilter(TrackingOptions options, ILandmarkDetector network, CutDetector shots)
{
    /// <summary>IoU at which two boxes belong to the same face.</summary>
    public const float SameFace = 0.35f;

    // If less than this share of a face lies inside the picture, its looks are not distinctive.
    private const float WholeShare = 0.95f;

    /// <summary>Drops faces about which the network is in doubt, and faces mostly outside the picture.</summary>
    /// <param name="faces">One per track.</param>
    /// <param name="image">The frame.</param>
    public void DropInvisible(FaceLandmarks?[] faces, Mat image)
    {
        for (var i = 0; i < faces.Length; i++)
        {
            if (!IsVisible(faces[i]!, image))
                faces[i] = null;
        }
    }

    /// <summary>Drops faces of other people than those tracked: faces of another shot, judged by the picture and by the looks of the
    /// faces.</summary>
    /// <param name="faces">One per track; null if it was dropped before.</param>
    /// <param name="tracks">The tracks; <see cref="FaceTrack.IsOver"/> is set for those that the picture ends.</param>
    /// <param name="image">The frame.</param>
    /// <returns>Whether the frame starts another shot.</returns>
    public bool DropOtherPeople(FaceLandmarks?[] faces, IReadOnlyList<FaceTrack> tracks, Mat image)
    {
        var stay = 0;
        for (var i = 0; i < faces.Length; i++)
        {
            var track = tracks[i];
            track.IsOver = shots.IsBack ? track.Shot != shots.Shot : shots.HasDrifted
                && faces[i] is { } drifted
                && IsSure(drifted, track, image)
                && track.HasBecomeOther(image, drifted);
            if (track.IsOver || (shots.IsCutSuspected && faces[i] is { } face && !track.LooksLike(image, face)))
                faces[i] = null;
            if (faces[i] is not null)
                stay++;
        }
        return shots.IsCutSuspected && stay == 0 && (faces.Length > 0 || shots.IsCutObvious);
    }

    /// <summary>Resolves two tracks on one face: the face belongs to the track that expected it there more closely.</summary>
    /// <param name="faces">One per track; null if it was dropped before.</param>
    /// <param name="tracks">The tracks.</param>
    /// <param name="time">Time of the frame.</param>
    public static void DropDoubles(FaceLandmarks?[] faces, IReadOnlyList<FaceTrack> tracks, TimeSpan time)
    {
        for (var i = 0; i < faces.Length; i++)
        {
            for (var j = i + 1; j < faces.Length && faces[i] is not null; j++)
            {
                if (faces[j] is { } other && faces[i]!.Bounds.IntersectionOverUnion(other.Bounds) > SameFace)
                    faces[tracks[i].Surprise(faces[i]!, time) <= tracks[j].Surprise(other, time) ? j : i] = null;
            }
        }
    }

    /// <summary>Whether enough of a face is in view to tell whose it is.</summary>
    private static bool IsSure(FaceLandmarks face, FaceTrack track, Mat image) =>
        !track.Doubts(face) && face.Bounds.ShareInside(new FaceBox(0, 0, image.Cols, image.Rows)) >= WholeShare;

    private bool IsVisible(FaceLandmarks face, Mat image) =>
        FaceLocator.IsFace(face, options.KeepShare * network.MinimumScore)
        && face.Bounds.ShareInside(new FaceBox(0, 0, image.Cols, image.Rows)) is > 0 and var share
        && share >= options.VisibleShare;
}
