using LiveLandmarks.Capture;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Pose;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Expressions;

/// <summary>
/// Where a landmark network finds the landmarks and pupils of neutral faces, relative to the vertices of the face model: what people mark
/// as the corner of a mouth or the edge of a lid is not exactly the model's vertex. Measured on pictures of neutral people who face the
/// camera and look into it.
/// </summary>
internal static class NeutralOffset
{
    private const int Heads = 4000;

    /// <summary>Measures the offset.</summary>
    /// <param name="pictures">Pictures of neutral faces.</param>
    /// <param name="locator">Finds their landmarks, 68 of iBUG, and their pupils, if its network does.</param>
    /// <param name="people">Random people of the face model, without offset.</param>
    /// <param name="seed">Seed of the random people.</param>
    /// <returns>What to add to the <see cref="ExpressionFeatures.CountWithPupil"/> features of a random face; the same on both sides of the
    /// face. 0 for the pupil, if the network finds none.</returns>
    /// <exception cref="InputException">A picture cannot be read, or none shows a face.</exception>
    public static float[] Measure(IReadOnlyList<string> pictures, FaceLocator locator, RandomFaces people, long seed)
    {
        var usual = PoseTrend.Fit(people, Heads, seed);
        var offset = new float[ExpressionFeatures.CountWithPupil];
        var (features, mirrored) = (new float[ExpressionFeatures.CountWithPupil], new float[ExpressionFeatures.CountWithPupil]);
        var faces = 0;
        foreach (var picture in pictures)
        {
            using var image = ImageFile.Read(picture);
            var camera = CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, image.Width, image.Height);
            if (locator.Find(image) is not [var face, ..] || new HeadPoseSolver().Solve(face, camera) is not { } pose)
                continue;
            ExpressionFeatures.Write(face.Points.AsSpan(), face.Pupils?.Left ?? default, pose, features);
            ExpressionFeatures.Mirror(features, mirrored);
            Add(mirrored, face.Pupils is not null);
            ExpressionFeatures.Write(face.Points.AsSpan(), face.Pupils?.Right ?? default, pose, features);
            Add(features, face.Pupils is not null);
            faces++;
        }
        if (faces == 0)
            throw new InputException("None of the pictures of neutral faces shows a face.");
        return Array.ConvertAll(offset, sum => sum / (2 * faces));

        void Add(float[] face, bool withPupil)
        {
            for (var i = 0; i < (withPupil ? face.Length : ExpressionFeatures.Count); i++)
            {
                if (i is not (ExpressionFeatures.Angles or ExpressionFeatures.Angles + 1))
                    offset[i] += face[i] - usual.At(i, face);
            }
        }
    }

    /// <summary>The mean features of neutral people who nearly face the camera, linear in yaw and pitch.</summary>
    private sealed class PoseTrend(double[][] coefficients)
    {
        private const float Turn = 15;

        public static PoseTrend Fit(RandomFaces people, int count, long seed)
        {
            const int Width = ExpressionFeatures.CountWithPupil;
            var features = new float[count * Width];
            Parallel.For(0, count, i => people.DrawNeutral(new SampleRandom(seed, i), Turn, features.AsSpan(i * Width, Width)));
            using var unknowns = new OpenCvSharp.Mat(count, 3, OpenCvSharp.MatType.CV_64F);
            using var values = new OpenCvSharp.Mat(count, Width, OpenCvSharp.MatType.CV_64F);
            for (var row = 0; row < count; row++)
            {
                var face = features.AsSpan(row * Width, Width);
                unknowns.Set(row, 0, 1.0);
                unknowns.Set(row, 1, (double)face[ExpressionFeatures.Angles]);
                unknowns.Set(row, 2, (double)face[ExpressionFeatures.Angles + 1]);
                for (var i = 0; i < Width; i++)
                    values.Set(row, i, (double)face[i]);
            }
            using var solution = new OpenCvSharp.Mat();
            OpenCvSharp.Cv2.Solve(unknowns, values, solution, OpenCvSharp.DecompTypes.QR);
            return new PoseTrend([.. Enumerable.Range(0, 3)
                .Select(term => Enumerable.Range(0, Width).Select(i => solution.At<double>(term, i)).ToArray())]);
        }

        /// <summary>The mean of a feature for the yaw and pitch of a face.</summary>
        public float At(int feature, ReadOnlySpan<float> face) => (float)(coefficients[0][feature]
            + coefficients[1][feature] * face[ExpressionFeatures.Angles]
            + coefficients[2][feature] * face[ExpressionFeatures.Angles + 1]);
    }
}
