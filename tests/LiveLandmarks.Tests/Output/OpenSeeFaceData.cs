using System.Numerics;

namespace LiveLandmarks.Tests.Output;

/// <summary>
/// Reads a face field by field like Unity/OpenSee.cs of github.com/emilianavt/OpenSeeFace, and rotates it like
/// Unity/OpenSeeIKTarget.cs. Quaternions have the same algebra in Unity and here.
/// </summary>
internal sealed class OpenSeeFaceData
{
    public const int Size = 8 + 4 + 2 * 4 + 2 * 4 + 1 + 4 + 3 * 4 + 3 * 4 + 4 * 4 + 4 * 68 + 4 * 2 * 68 + 4 * 3 * 70 + 4 * 14;

    private readonly byte[] bytes;
    private int offset;

    public OpenSeeFaceData(byte[] bytes, int offset)
    {
        (this.bytes, this.offset) = (bytes, offset);
        Time = BitConverter.ToDouble(bytes, offset);
        Id = BitConverter.ToInt32(bytes, offset + 8);
        this.offset += 12;
        Resolution = new Vector2(Next(), Next());
        RightEyeOpen = Next();
        LeftEyeOpen = Next();
        Got3DPoints = bytes[this.offset++] != 0;
        FitError = Next();
        RawQuaternion = new Quaternion(Next(), Next(), Next(), Next());
        RawEuler = NextVector();
        var (x, y, z) = (Next(), Next(), Next());
        Translation = new Vector3(-y, x, -z);
        Confidence = [.. Enumerable.Range(0, 68).Select(_ => Next())];
        Points = [.. Enumerable.Range(0, 68).Select(_ => new Vector2(Next(), Next()))];
        Points3D = [.. Enumerable.Range(0, 70).Select(_ => NextVector())];
        Features = [.. Enumerable.Range(0, 14).Select(_ => Next())];
        End = this.offset;
    }

    public double Time { get; }

    public int Id { get; }

    public Vector2 Resolution { get; }

    public float RightEyeOpen { get; }

    public float LeftEyeOpen { get; }

    public bool Got3DPoints { get; }

    public float FitError { get; }

    public Quaternion RawQuaternion { get; }

    public Vector3 RawEuler { get; }

    public Vector3 Translation { get; }

    public float[] Confidence { get; }

    public Vector2[] Points { get; }

    public Vector3[] Points3D { get; }

    public float[] Features { get; }

    public int End { get; }

    /// <summary>Rotation of an avatar that was calibrated on a face looking into the lens.</summary>
    public Quaternion AvatarRotation(OpenSeeFaceData calibration) => Converted * Quaternion.Inverse(calibration.Converted);

    /// <summary>Position of the avatar in Unity: to its right, up, to its front.</summary>
    public Vector3 AvatarPosition => new(-Translation.X, Translation.Y, -Translation.Z);

    private Quaternion Converted => new(-RawQuaternion.Y, -RawQuaternion.X, RawQuaternion.Z, RawQuaternion.W);

    public static OpenSeeFaceData[] FacesIn(byte[] datagram)
    {
        Assert.Equal(0, datagram.Length % Size);
        return [.. Enumerable.Range(0, datagram.Length / Size).Select(i => new OpenSeeFaceData(datagram, i * Size))];
    }

    private float Next()
    {
        offset += 4;
        return BitConverter.ToSingle(bytes, offset - 4);
    }

    private Vector3 NextVector() => new(Next(), -Next(), Next());
}
