using System.Numerics;
using System.Text.Json;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes a face as VTube Studio's tracking parameters, those that are known. Angles are degrees: FaceAngleX is positive when the person
/// turns to their left, FaceAngleY when they look up, FaceAngleZ when they lean to their left shoulder. FacePosition is centimeters to the
/// person's left, up, and away from the camera, from where the face was first seen. EyeLeftX and EyeRightX are positive when the eyes look
/// to the person's right, the Y when they look up. For MouthSmile and the brows 0.5 is at rest.
/// </summary>
internal sealed class VtsParameters
{
    private int id;
    private Vector3? rest;

    /// <summary>Writes the parameters.</summary>
    /// <param name="json">The writer, inside an array.</param>
    /// <param name="face">The face; null when there is none.</param>
    public void Write(Utf8JsonWriter json, TrackedFace? face)
    {
        if (face?.Pose is { } pose)
            WriteHead(json, face.Id, pose);
        if (face is not null)
            WriteFace(json, face);
        // A request without values is an error.
        else
            Write(json, "MouthOpen"u8, 0);
    }

    private void WriteHead(Utf8JsonWriter json, int face, in HeadPose pose)
    {
        if (face != id || rest is null)
            (id, rest) = (face, pose.Translation);
        var place = pose.Translation - rest.Value;
        Write(json, "FaceAngleX"u8, pose.Yaw);
        Write(json, "FaceAngleY"u8, pose.Pitch);
        Write(json, "FaceAngleZ"u8, pose.Roll);
        Write(json, "FacePositionX"u8, place.X);
        Write(json, "FacePositionY"u8, -place.Y);
        Write(json, "FacePositionZ"u8, place.Z);
    }

    private static void WriteFace(Utf8JsonWriter json, TrackedFace face)
    {
        float? Of(Blendshape shape) => AvatarFace.Shape(face, shape);

        Write(json, "EyeOpenLeft"u8, 1 - Of(Blendshape.EyeBlinkLeft));
        Write(json, "EyeOpenRight"u8, 1 - Of(Blendshape.EyeBlinkRight));
        Write(json, "EyeLeftX"u8, Of(Blendshape.EyeLookInLeft) - Of(Blendshape.EyeLookOutLeft));
        Write(json, "EyeLeftY"u8, Of(Blendshape.EyeLookUpLeft) - Of(Blendshape.EyeLookDownLeft));
        Write(json, "EyeRightX"u8, Of(Blendshape.EyeLookOutRight) - Of(Blendshape.EyeLookInRight));
        Write(json, "EyeRightY"u8, Of(Blendshape.EyeLookUpRight) - Of(Blendshape.EyeLookDownRight));

        var smile = (Of(Blendshape.MouthSmileLeft) + Of(Blendshape.MouthSmileRight)) / 2;
        var frown = (Of(Blendshape.MouthFrownLeft) + Of(Blendshape.MouthFrownRight)) / 2 ?? 0;
        // At least one value is needed.
        Write(json, "MouthOpen"u8, Of(Blendshape.JawOpen) - (Of(Blendshape.MouthClose) ?? 0) ?? 0);
        Write(json, "MouthSmile"u8, (smile - frown + 1) / 2);
        Write(json, "MouthX"u8, Of(Blendshape.MouthLeft) - Of(Blendshape.MouthRight));

        var left = Of(Blendshape.BrowOuterUpLeft) - Of(Blendshape.BrowDownLeft);
        var right = Of(Blendshape.BrowOuterUpRight) - Of(Blendshape.BrowDownRight);
        Write(json, "BrowLeftY"u8, (left + 1) / 2);
        Write(json, "BrowRightY"u8, (right + 1) / 2);
        Write(json, "Brows"u8, (((left + right) / 2 + Of(Blendshape.BrowInnerUp)) / 2 + 1) / 2);
        Write(json, "CheekPuff"u8, Of(Blendshape.CheekPuff));
        Write(json, "TongueOut"u8, Of(Blendshape.TongueOut));
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, float? known)
    {
        if (known is not { } value || !float.IsFinite(value))
            return;
        json.WriteStartObject();
        json.WriteString("id"u8, name);
        json.WriteNumber("value"u8, MathF.Round(value, 4));
        json.WriteEndObject();
    }
}
