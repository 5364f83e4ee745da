using System.Text.Json;

namespace LiveLandmarks.Output;

/// <summary>Writes a face as a JSON object; <see cref="JsonLinesWriter"/> documents the fields.</summary>
internal static class FaceJson
{
    private static readonly JsonEncodedText[] StateNames =
        [JsonEncodedText.Encode("not-visible"), JsonEncodedText.Encode("open"), JsonEncodedText.Encode("closed")];

    private static readonly JsonEncodedText[] MovementNames =
        [.. Enum.GetValues<Blendshape>().Select(movement => JsonEncodedText.Encode(Blendshapes.NameOf(movement)))];

    /// <summary>Writes a face.</summary>
    /// <param name="json">The writer, inside an array.</param>
    /// <param name="face">The face.</param>
    public static void Write(Utf8JsonWriter json, TrackedFace face)
    {
        var box = face.Box;
        json.WriteStartObject();
        json.WriteNumber("id", face.Id);
        json.WriteNumber("score", Round(face.Score, 3));
        json.WriteStartArray("box");
        json.WriteNumberValue(Round(box.X, 2));
        json.WriteNumberValue(Round(box.Y, 2));
        json.WriteNumberValue(Round(box.Width, 2));
        json.WriteNumberValue(Round(box.Height, 2));
        json.WriteEndArray();
        Write(json, "landmarks", face.Landmarks.Points.AsSpan());
        Write(json, "raw", face.Raw.Points.AsSpan());
        Write(json, face.Pose);
        Write(json, "leftEye", face.LeftEye);
        Write(json, "rightEye", face.RightEye);
        Write(json, face.Mouth);
        Write(json, face.Blendshapes);
        json.WriteEndObject();
    }

    private static float Round(float value, int digits) => float.IsFinite(value) ? MathF.Round(value, digits) : 0;

    private static void Write(Utf8JsonWriter json, string name, ReadOnlySpan<Landmark> points)
    {
        json.WriteStartArray(name);
        foreach (var point in points)
            Write(json, point);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Landmark point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Round(point.X, 2));
        json.WriteNumberValue(Round(point.Y, 2));
        json.WriteNumberValue(Round(point.Confidence, 3));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, HeadPose? known)
    {
        if (known is not { } pose)
        {
            json.WriteNull("pose");
            return;
        }
        json.WriteStartObject("pose");
        json.WriteNumber("yaw", Round(pose.Yaw, 2));
        json.WriteNumber("pitch", Round(pose.Pitch, 2));
        json.WriteNumber("roll", Round(pose.Roll, 2));
        json.WriteStartArray("translation");
        json.WriteNumberValue(Round(pose.Translation.X, 2));
        json.WriteNumberValue(Round(pose.Translation.Y, 2));
        json.WriteNumberValue(Round(pose.Translation.Z, 2));
        json.WriteEndArray();
        var matrix = pose.ModelToCamera;
        json.WriteStartArray("matrix");
        for (var i = 0; i < 16; i++)
            json.WriteNumberValue(Round(matrix[i % 4, i / 4], 5));
        json.WriteEndArray();
        json.WriteNumber("error", Round(pose.Error, 2));
        json.WriteNumber("confidence", Round(pose.Confidence, 3));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, EyeReading eye)
    {
        json.WriteStartObject(name);
        json.WriteString("state", StateNames[(int)eye.State]);
        Write(json, "openness", eye.Openness);
        Write(json, "aspect", eye.Aspect);
        json.WriteNumber("confidence", Round(eye.Confidence, 3));
        json.WriteNumber("blinks", eye.Blinks);
        json.WritePropertyName("pupil");
        if (eye.Pupil is { } pupil)
            Write(json, pupil);
        else
            json.WriteNullValue();
        json.WritePropertyName("gaze");
        if (eye.Gaze is { } gaze)
            Write(json, gaze);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GazeDirection gaze)
    {
        json.WriteStartObject();
        json.WriteNumber("yaw", Round(gaze.Yaw, 2));
        json.WriteNumber("pitch", Round(gaze.Pitch, 2));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MouthReading mouth)
    {
        json.WriteStartObject("mouth");
        Write(json, "openness", mouth.Openness);
        Write(json, "aspect", mouth.Aspect);
        json.WriteNumber("confidence", Round(mouth.Confidence, 3));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Blendshapes? known)
    {
        if (known is null)
        {
            json.WriteNull("blendshapes");
            return;
        }
        json.WriteStartObject("blendshapes");
        for (var i = 0; i < MovementNames.Length; i++)
        {
            if (known[(Blendshape)i] is { } strength)
                json.WriteNumber(MovementNames[i], Round(strength, 3));
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, float? value)
    {
        if (value is { } number)
            json.WriteNumber(name, Round(number, 3));
        else
            json.WriteNull(name);
    }
}
