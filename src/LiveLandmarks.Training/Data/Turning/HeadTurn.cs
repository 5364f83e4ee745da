using System.Numerics;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>The new view of a head.</summary>
/// <param name="Yaw">Radians from the camera, positive to the right of the picture.</param>
/// <param name="Pitch">Radians, positive upwards.</param>
/// <param name="Expression">Weights of the expressions; null leaves them as they are.</param>
/// <param name="Light">Direction of additional light, in the camera's axes; its length is the share by which skin that faces the light gets
/// brighter.</param>
internal sealed record HeadTurn(float Yaw, float Pitch, float[]? Expression = null, Vector3 Light = default)
{
    private const float MaxLight = 0.35f, WinkChance = 0.15f;

    // From this yaw on, about 20 degrees, a head keeps its side; it may turn back by about 15.
    private const float SideFrom = 0.35f, Back = 0.26f;

    // Weights are drawn up to this and limited to 1, so that many eyes are fully shut.
    private const float OftenWhole = 1.4f;

    /// <summary>Draws a turn.</summary>
    /// <param name="model">The model.</param>
    /// <param name="now">The head in the photograph. A head that clearly looks to a side turns only to that side: the photograph does not
    /// show enough of the other half of the face.</param>
    /// <param name="dose">The limits of the turn.</param>
    /// <param name="random">Random numbers.</param>
    public static HeadTurn Draw(FaceModel model, FaceFit now, TurnStrength dose, SampleRandom random)
    {
        var (yaw, pitch) = (random.Around(dose.Yaw), random.Around(dose.Pitch));
        var light = new Vector3(random.Around(MaxLight), random.Around(MaxLight), 0);
        var expression = random.Happens(dose.Expression) ? Change(model, now.Weights.Expression, random) : null;
        return new HeadTurn(KeepSide(float.DegreesToRadians(yaw), float.DegreesToRadians(dose.Yaw), now.View.Yaw),
            float.DegreesToRadians(pitch), expression, light);
    }

    /// <summary>Adapts a yaw to a head that already looks to a side: it stays on this side, and turns back to the camera only a
    /// little.</summary>
    /// <param name="yaw">The yaw for any other head, radians.</param>
    /// <param name="most">The largest possible yaw, radians.</param>
    /// <param name="now">The head's yaw in the photograph, radians.</param>
    public static float KeepSide(float yaw, float most, float now)
    {
        if (MathF.Abs(now) < SideFrom || most <= 0)
            return yaw;
        var least = MathF.Min(MathF.Abs(now) - Back, most);
        return MathF.CopySign(least + MathF.Abs(yaw) / most * (most - least), now);
    }

    private static float[] Change(FaceModel model, float[] now, SampleRandom random)
    {
        var changed = (float[])now.Clone();
        if (random.Happens(0.6f))
        {
            var share = MathF.Min(1, random.Between(0.3f, OftenWhole));
            var (winks, right) = (random.Happens(WinkChance), random.Happens(0.5f));
            if (!winks || right)
                Set("eyeBlink_R", share);
            if (!winks || !right)
                Set("eyeBlink_L", share);
        }
        if (random.Happens(0.5f))
            Set("jawOpen", random.Between(0, 0.9f));
        if (random.Happens(0.3f))
            Both("mouthSmile", random.Between(0.1f, 0.9f));
        else if (random.Happens(0.2f))
            Set(random.Happens(0.5f) ? "mouthPucker" : "mouthFunnel", random.Between(0.2f, 0.9f));
        if (random.Happens(0.2f))
            Both("browInnerUp", random.Share());
        return changed;

        void Both(string name, float weight)
        {
            Set(name + "_L", weight);
            Set(name + "_R", weight);
        }

        void Set(string name, float weight) => changed[model.Expression(name)] = weight;
    }
}
