using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>Drops, of the faces found where followed ones should be, those that are not they: out of sight, of another shot, or two on one
/// face.</summary>
/// <param name="options">What counts as visible.</param>
/// <param name="network">Found the faces.</param>
/// <param name="shots">Watches the picture for cuts.</param>
internal sealed class TrackFilter(TrackingOptions options, ILandmarkDetector network, ShotWatch shots)
{
    /// <summary>IoU from which on two boxes are of one face.</summary>
    public const float SameFace = 0.35f;

    // A face of which less lies inside the picture looks like anybody.
    private const float WholeShare = 0.95f;

    /// <summary>Drops what the network doubts, and what is mostly outside the picture.</summary>
    /// <param name="faces">One a track.</param>
    /// <param name="image">The frame.</param>
    public void DropInvisible(FaceLandmarks?[] faces, Mat image)
    {
        for (var i = 0; i < faces.Length; i++)
        {
            if (!IsVisible(faces[i]!, image))
                faces[i] = null;
        }
    }

    /// <summary>Drops the faces that are other people's than those followed: of another shot, as the picture and their looks
    /// tell.</summary>
    /// <param name="faces">One a track; null where it was dropped before.</param>
    /// <param name="tracks">The tracks; those that the picture ends are told so.</param>
    /// <param name="image">The frame.</param>
    /// <returns>Whether the frame begins another shot.</returns>
    public bool DropStrangers(FaceLandmarks?[] faces, IReadOnlyList<FaceTrack> tracks, Mat image)
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
        return shots.IsCutSuspected && stay == 0 && (faces.Length > 0 || shots.IsCutPlain);
    }

    /// <summary>Two tracks on one face: it belongs to the one that expected it there.</summary>
    /// <param name="faces">One a track; null where it was dropped before.</param>
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

    /// <summary>Whether a face is well enough in view to tell whose it is.</summary>
    private static bool IsSure(FaceLandmarks face, FaceTrack track, Mat image) =>
        !track.Doubts(face) && face.Bounds.ShareInside(new FaceBox(0, 0, image.Cols, image.Rows)) >= WholeShare;

    private bool IsVisible(FaceLandmarks face, Mat image) =>
        FaceLocator.IsFace(face, options.KeepShare * network.MinimumScore)
        && face.Bounds.ShareInside(new FaceBox(0, 0, image.Cols, image.Rows)) is > 0 and var share
        && share >= options.VisibleShare;
}
