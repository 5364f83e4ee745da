using System.Numerics;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>How a head shall be seen instead.</summary>
/// <param name="Yaw">Radians from the camera, positive to the right of the picture.</param>
/// <param name="Pitch">Radians, positive upwards.</param>
/// <param name="Expression">Weights of the expressions; null leaves them as they are.</param>
/// <param name="Light">Where more light comes from, in the camera's axes; its length is the share by which skin that faces there is brighter.</param>
internal sealed record HeadTurn(float Yaw, float Pitch, float[]? Expression = null, Vector3 Light = default)
{
    private const float MostLight = 0.35f, WinkChance = 0.15f;

    // Weights are drawn beyond 1, so that a good part of the eyes is wholly shut.
    private const float OftenWhole = 1.4f;

    /// <summary>Draws a turn.</summary>
    /// <param name="model">The model.</param>
    /// <param name="now">The head as it is.</param>
    /// <param name="dose">How far it may go.</param>
    /// <param name="random">Random numbers.</param>
    public static HeadTurn Draw(FaceModel model, HeadWeights now, TurnDose dose, SampleRandom random)
    {
        var (yaw, pitch) = (random.Around(dose.Yaw), random.Around(dose.Pitch));
        var light = new Vector3(random.Around(MostLight), random.Around(MostLight), 0);
        var expression = random.Happens(dose.Expression) ? Change(model, now.Expression, random) : null;
        return new HeadTurn(float.DegreesToRadians(yaw), float.DegreesToRadians(pitch), expression, light);
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
