using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Pose;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes comma-separated values in OpenFace's columns (github.com/TadasBaltrusaitis/OpenFace, wiki "Output Format"), those that its
/// FeatureExtraction writes with <c>-gaze -pose -2Dfp -aus</c>, without the landmarks of the eyes: <c>frame</c> (from 1), <c>face_id</c>,
/// <c>timestamp</c> (seconds), <c>confidence</c>, <c>success</c>, <c>gaze_0_x</c>… (unit vector of the person's right eye),
/// <c>gaze_1_x</c>… (left eye), <c>gaze_angle_x</c>, <c>gaze_angle_y</c> (radians, mean of both eyes; 0 where unknown), <c>pose_Tx</c>…
/// (millimeters), <c>pose_Rx</c>… (radians, R = Rx · Ry · Rz), <c>x_0</c> to <c>x_67</c>, <c>y_0</c> to <c>y_67</c> (pixels, smoothed),
/// <c>AU01_r</c>… (0 to 5, those that landmarks can show; empty where unknown). One row per face; a frame without faces gets one row with
/// success 0. For details see docs/guides/outputs.md. The file always contains complete lines only, even after a failure. Thread-safe.
/// </summary>
public sealed class OpenFaceCsvWriter : ITrackedFrameSink
{
    // Bytes, more than any number needs.
    private const int Room = 64;

    private static readonly LandmarkScheme Scheme = LandmarkScheme.Ibug68;
    private static readonly byte[] Header = Encoding.UTF8.GetBytes(string.Join(", ",
        (string[])[
            "frame", "face_id", "timestamp", "confidence", "success",
            "gaze_0_x", "gaze_0_y", "gaze_0_z", "gaze_1_x", "gaze_1_y", "gaze_1_z", "gaze_angle_x", "gaze_angle_y",
            "pose_Tx", "pose_Ty", "pose_Tz", "pose_Rx", "pose_Ry", "pose_Rz",
            .. Enumerable.Range(0, Scheme.Count).Select(i => $"x_{i}"), .. Enumerable.Range(0, Scheme.Count).Select(i => $"y_{i}"),
            .. ActionUnits.Names,
        ]) + "\n");

    private readonly LineFile lines;
    private readonly Landmark[] points = new Landmark[Scheme.Count];
    private readonly Action<IBufferWriter<byte>, TrackedFrame> compose;

    private OpenFaceCsvWriter(LineFile lines)
    {
        this.lines = lines;
        compose = Compose;
        lines.Append(Header, static (file, header) => file.Write(header));
    }

    /// <summary>Creates the file and writes its header.</summary>
    /// <param name="path">The file, or <c>-</c> for standard output.</param>
    /// <param name="logger">Logs at the end the number of lines written; null to log nothing.</param>
    /// <exception cref="OutputException">The file cannot be created or written.</exception>
    public static OpenFaceCsvWriter Open(string path, ILogger? logger = null)
    {
        var lines = LineFile.Open(path, logger);
        try
        {
            return new OpenFaceCsvWriter(lines);
        }
        catch (OutputException)
        {
            lines.Dispose();
            throw;
        }
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="tracked">The frame with its faces.</param>
    /// <exception cref="OutputException">The disk is full, or the reader of standard output is gone.</exception>
    /// <exception cref="LandmarkMapException">There is no map from the model's landmarks to the 68.</exception>
    public void Write(TrackedFrame tracked) => lines.Append(tracked, compose);

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();

    private void Compose(IBufferWriter<byte> file, TrackedFrame tracked)
    {
        foreach (var face in tracked.Faces)
        {
            LandmarkMap.Between(face.Landmarks.Scheme, Scheme).Apply(face.Landmarks.Points.AsSpan(), points);
            WriteRow(file, tracked.Frame.Number, tracked.Frame.Timestamp, face);
        }
        if (tracked.Faces.Count > 0)
            return;
        Array.Clear(points);
        WriteRow(file, tracked.Frame.Number, tracked.Frame.Timestamp, null);
    }

    private void WriteRow(IBufferWriter<byte> file, long frame, TimeSpan time, TrackedFace? face)
    {
        Number(file, frame + 1, default);
        Next(file, face?.Id ?? 0, default);
        Next(file, time.TotalSeconds, "F6");
        Next(file, Finite(face?.Score ?? 0), "F3");
        Next(file, face?.Pose is null ? 0 : 1, default);
        WriteGaze(file, face?.RightEye.Gaze, face?.LeftEye.Gaze);
        WritePose(file, face?.Pose);
        foreach (var point in points)
            Next(file, Finite(point.X), "F2");
        foreach (var point in points)
            Next(file, Finite(point.Y), "F2");
        for (var i = 0; i < ActionUnits.Names.Count; i++)
        {
            if (face is not null && ActionUnits.Of(face, i) is { } intensity)
                Next(file, intensity, "F2");
            else
                file.Write(", "u8);
        }
        file.Write("\n"u8);
    }

    /// <summary>Writes the gaze of the right eye, of the left eye, and the angles of their mean. OpenFace's camera has the same axes as
    /// ours; its vertical angle is positive downwards.</summary>
    private static void WriteGaze(IBufferWriter<byte> file, GazeDirection? right, GazeDirection? left)
    {
        var sum = Vector3.Zero;
        foreach (var gaze in (ReadOnlySpan<GazeDirection?>)[right, left])
        {
            var direction = gaze?.Direction ?? Vector3.Zero;
            sum += direction;
            Next(file, direction.X, "F6");
            Next(file, direction.Y, "F6");
            Next(file, direction.Z, "F6");
        }
        Next(file, sum == Vector3.Zero ? 0 : MathF.Atan2(sum.X, -sum.Z), "F3");
        Next(file, sum == Vector3.Zero ? 0 : MathF.Atan2(sum.Y, -sum.Z), "F3");
    }

    /// <summary>Writes the pose. OpenFace's camera and head have the same axes as ours. The origin of its head is assumed to be the mean of
    /// its 68 landmarks.</summary>
    private static void WritePose(IBufferWriter<byte> file, HeadPose? known)
    {
        var place = (known?.ToCamera(AverageFace.Center) ?? default) * 10;
        Next(file, place.X, "F1");
        Next(file, place.Y, "F1");
        Next(file, place.Z, "F1");
        // System.Numerics stores the transpose: the row M31, M32, M33 is the image of the third axis.
        var turn = known?.ModelToCamera ?? Matrix4x4.Identity;
        Next(file, MathF.Atan2(-turn.M32, turn.M33), "F4");
        Next(file, MathF.Asin(Math.Clamp(turn.M31, -1, 1)), "F4");
        Next(file, MathF.Atan2(-turn.M21, turn.M11), "F4");
    }

    private static float Finite(float value) => float.IsFinite(value) ? value : 0;

    private static void Next<T>(IBufferWriter<byte> file, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        file.Write(", "u8);
        Number(file, value, format);
    }

    private static void Number<T>(IBufferWriter<byte> file, T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(file.GetSpan(Room), out var written, format, CultureInfo.InvariantCulture);
        file.Advance(written);
    }
}
