using LiveLandmarks.Capture;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Pose;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Expressions;

/// <summary>
/// Where a landmark network finds the landmarks of neutral faces, relative to the vertices of the face model: what people mark as the
/// corner of a mouth or the edge of a lid is not exactly the model's vertex. Measured on pictures of neutral people who face the camera.
/// </summary>
internal static class NeutralOffset
{
    private const int Heads = 4000;

    /// <summary>Measures the offset.</summary>
    /// <param name="pictures">Pictures of neutral faces.</param>
    /// <param name="locator">Finds their landmarks, 68 of iBUG.</param>
    /// <param name="people">Random people of the face model, without offset.</param>
    /// <param name="seed">Seed of the random people.</param>
    /// <returns>What to add to the features of a random face; the same on both sides of the face.</returns>
    /// <exception cref="InputException">A picture cannot be read, or none shows a face.</exception>
    public static float[] Measure(IReadOnlyList<string> pictures, FaceLocator locator, RandomFaces people, long seed)
    {
        var usual = PoseTrend.Fit(people, Heads, seed);
        var offset = new float[ExpressionFeatures.Count];
        var features = new float[ExpressionFeatures.Count];
        var faces = 0;
        foreach (var picture in pictures)
        {
            using var image = ImageFile.Read(picture);
            var camera = CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, image.Width, image.Height);
            if (locator.Find(image) is not [var face, ..] || new HeadPoseSolver().Solve(face, camera) is not { } pose)
                continue;
            ExpressionFeatures.Write(face.Points.AsSpan(), pose, features);
            for (var i = 0; i < ExpressionFeatures.Angles; i++)
                offset[i] += features[i] - usual.At(i, features);
            faces++;
        }
        if (faces == 0)
            throw new InputException("None of the pictures of neutral faces shows a face.");
        return Symmetric(offset, faces);
    }

    private static float[] Symmetric(float[] sum, int faces)
    {
        var offset = new float[sum.Length];
        for (var i = 0; i < LandmarkScheme.Ibug68.Count; i++)
        {
            var other = LandmarkScheme.Ibug68.Mirror[i];
            offset[2 * i] = (sum[2 * i] - sum[2 * other]) / (2 * faces);
            offset[2 * i + 1] = (sum[2 * i + 1] + sum[2 * other + 1]) / (2 * faces);
        }
        return offset;
    }

    /// <summary>The mean features of neutral people who nearly face the camera, linear in yaw and pitch.</summary>
    private sealed class PoseTrend(double[][] coefficients)
    {
        private const float Turn = 15;

        public static PoseTrend Fit(RandomFaces people, int count, long seed)
        {
            var features = new float[count * ExpressionFeatures.Count];
            Parallel.For(0, count, i => people.DrawNeutral(
                new SampleRandom(seed, i), Turn, features.AsSpan(i * ExpressionFeatures.Count, ExpressionFeatures.Count)));
            using var unknowns = new OpenCvSharp.Mat(count, 3, OpenCvSharp.MatType.CV_64F);
            using var values = new OpenCvSharp.Mat(count, ExpressionFeatures.Angles, OpenCvSharp.MatType.CV_64F);
            for (var row = 0; row < count; row++)
            {
                var face = features.AsSpan(row * ExpressionFeatures.Count, ExpressionFeatures.Count);
                unknowns.Set(row, 0, 1.0);
                unknowns.Set(row, 1, (double)face[ExpressionFeatures.Angles]);
                unknowns.Set(row, 2, (double)face[ExpressionFeatures.Angles + 1]);
                for (var i = 0; i < ExpressionFeatures.Angles; i++)
                    values.Set(row, i, (double)face[i]);
            }
            using var solution = new OpenCvSharp.Mat();
            OpenCvSharp.Cv2.Solve(unknowns, values, solution, OpenCvSharp.DecompTypes.QR);
            return new PoseTrend([.. Enumerable.Range(0, 3)
                .Select(term => Enumerable.Range(0, ExpressionFeatures.Angles).Select(i => solution.At<double>(term, i)).ToArray())]);
        }

        /// <summary>The mean of a feature for the yaw and pitch of a face.</summary>
        public float At(int feature, ReadOnlySpan<float> face) => (float)(coefficients[0][feature]
            + coefficients[1][feature] * face[ExpressionFeatures.Angles]
            + coefficients[2][feature] * face[ExpressionFeatures.Angles + 1]);
    }
}
