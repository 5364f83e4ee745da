using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>The tracks whose faces went out of sight a moment ago, and may come back. Not thread-safe.</summary>
/// <param name="options">How long they are remembered.</param>
/// <param name="shots">Tells which shot a picture belongs to.</param>
/// <param name="logger">Logs which faces are lost, come back and are forgotten.</param>
internal sealed class LostTracks(TrackingOptions options, CutDetector shots, ILogger logger)
{
    /// <summary>Largest surprise at which a face found may be one that a track expects.</summary>
    public const float LongestReturn = 1.2f;

    private readonly List<FaceTrack> tracks = [];

    /// <summary>Whether any face may come back.</summary>
    public bool Any => tracks.Count > 0;

    /// <summary>Adds a track, unless it has ended with its face.</summary>
    /// <param name="track">The track.</param>
    /// <param name="time">Time of the first frame without the face.</param>
    public void Add(FaceTrack track, TimeSpan time)
    {
        logger.FaceLost(track.Id, time);
        if (track.IsOver)
            return;
        track.LastPicture = shots.CopyBefore();
        tracks.Add(track);
    }

    /// <summary>Forgets the tracks that have been lost for too long.</summary>
    /// <param name="time">Time of the frame.</param>
    public void Forget(TimeSpan time)
    {
        for (var i = tracks.Count - 1; i >= 0; i--)
        {
            if (time - tracks[i].LastSeen <= options.Memory)
                continue;
            logger.FaceForgotten(tracks[i].Id);
            tracks.RemoveAt(i);
        }
    }

    /// <summary>Takes out the track that a face most likely belongs to, and makes it active again.</summary>
    /// <param name="face">A face that was found.</param>
    /// <param name="image">The frame.</param>
    /// <param name="time">Time of the frame.</param>
    /// <returns>Null if no lost track of this shot is near.</returns>
    public FaceTrack? Recall(FaceLandmarks face, Mat image, TimeSpan time)
    {
        var track = tracks.Where(candidate => MayBe(candidate, face, image, time))
            .MinBy(candidate => candidate.SurpriseOfReturn(face, time));
        if (track is null || track.SurpriseOfReturn(face, time) > LongestReturn)
            return null;
        logger.FaceBack(track.Id, time, time - track.LastSeen);
        tracks.Remove(track);
        // The detector found the face in another place than expected, but it was in view all the time: its motion counts.
        if (track.LastSeen == shots.TimeBefore)
            track.Update(face, time, smoothly: false);
        else
            track.Restart(face, time);
        return track;
    }

    /// <summary>Whether a face may be a lost one: the picture belongs to the same shot, or the face looks the same.</summary>
    private bool MayBe(FaceTrack track, FaceLandmarks face, Mat image, TimeSpan time) =>
        track.Shot == shots.Shot
        && (track.LastPicture is not { } picture || !shots.IsOther(picture, time - track.LastSeen) || track.LooksLike(image, face));
}
