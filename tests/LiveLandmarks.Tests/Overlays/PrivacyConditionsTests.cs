using System.Globalization;
using LiveLandmarks.Capture;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;
using OpenCvSharp;
using Xunit.Abstractions;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>
/// Which part of a face in a still picture the overlay hides when the face is rolled, dark, small or cut off. The environment variable
/// PRIVACY_FACES sets the number of annotated faces to test.
/// </summary>
public sealed class PrivacyConditionsTests(ITestOutputHelper output) : IDisposable
{
    private const int FewFaces = 6;
    private const float Margin = 0.25f;

    private readonly FaceLocator locator = Networks.Locator();

    public void Dispose() => locator.Dispose();

    [Fact]
    public void A_face_is_hidden_at_every_roll_in_the_dark_small_and_cut_off()
    {
        using var portrait = Networks.Astronaut();
        var points = Assert.Single(locator.Find(portrait)).Points;
        List<string> seen = [];
        List<double> shares = [];
        foreach (var (kind, picture, landmarks) in FaceConditions.Of(portrait, [.. points]))
        {
            using (picture)
            {
                var (hidden, share) = Hide(picture, landmarks, withFaces: true);
                if (hidden < landmarks.Length)
                    seen.Add($"{kind}: {landmarks.Length - hidden} of {landmarks.Length} landmarks in sight");
                output.WriteLine($"{kind}: {share:P0} of the picture is hidden");
                shares.Add(share);
            }
        }
        Assert.Empty(seen);
        // The overlay must not simply hide everything.
        Assert.InRange(shares.Average(), 0, 0.6);
    }

    /// <summary>Uses candidates only, because tracked faces would hide more. Counts the hidden faces and the hidden share of the picture
    /// for each variant.</summary>
    [Trait("Duration", "Long")]
    [SharedFact]
    public void Annotated_faces_are_hidden_in_all_these_conditions()
    {
        var most = int.Parse(Environment.GetEnvironmentVariable("PRIVACY_FACES") ?? $"{FewFaces}", CultureInfo.InvariantCulture);
        var folder = Path.Combine(Repository.SharedFaces, "val");
        string[] files = [.. Directory.EnumerateFiles(folder, "afw_*.pts").Concat(Directory.EnumerateFiles(folder, "helen_*.pts")).Order(
            StringComparer.Ordinal)];
        Dictionary<string, List<(int Hidden, int All, double Share)>> results = [];
        for (var i = 0; i < most; i++)
        {
            var file = files[i * files.Length / most];
            using var image = ImageFile.Read(Path.ChangeExtension(file, ".jpg"));
            foreach (var (kind, picture, landmarks) in FaceConditions.Of(image, PtsFile.Read(file, LandmarkScheme.Ibug68.Count)))
            {
                using (picture)
                {
                    if (landmarks.Length == 0)
                        continue;
                    var (hidden, share) = Hide(picture, landmarks, withFaces: false);
                    if (!results.TryGetValue(kind, out var list))
                        results[kind] = list = [];
                    list.Add((hidden, landmarks.Length, share));
                }
            }
        }

        List<string> failures = [];
        output.WriteLine("kind: faces, wholly hidden, partly in sight, wholly in sight, share of the pictures that is hidden");
        foreach (var (kind, faces) in results)
        {
            var whole = faces.Count(face => face.Hidden == face.All);
            var none = faces.Count(face => face.Hidden == 0);
            var line = $"{kind}: {faces.Count}, {whole}, {faces.Count - whole - none}, {none}, {faces.Average(face => face.Share):P0}";
            output.WriteLine(line);
            var isMostlyOut = kind.StartsWith("third", StringComparison.Ordinal);
            if (whole < (isMostlyOut ? 0.5 : 0.97) * faces.Count || (none > 0 && !isMostlyOut))
                failures.Add(line);
        }
        Assert.Empty(failures);
    }

    /// <summary>In pictures without a face, every hidden pixel is hidden needlessly.</summary>
    [SharedFact]
    public void Little_is_hidden_where_there_is_no_face()
    {
        var shares = new List<double>();
        foreach (var file in ImageReader.PicturesIn(Path.Combine(Repository.SharedFaces, "backgrounds")).Where((_, i) => i % 4 == 0))
        {
            using var image = ImageFile.Read(file);
            shares.Add(Hide(image, [], withFaces: false).Share);
        }
        output.WriteLine($"{shares.Count} pictures without a face: {shares.Average():P1} hidden");
        Assert.InRange(shares.Average(), 0, 0.3);
    }

    private (int Hidden, double Share) Hide(Mat picture, Landmark[] landmarks, bool withFaces)
    {
        var camera = CameraIntrinsics.FromFieldOfView(60, picture.Cols, picture.Rows);
        TrackedFace[] faces = withFaces ? [.. locator.Find(picture).Select((face, i) => StillFace.Of(i + 1, face, camera))] : [];
        var zones = new HiddenZones(Margin, TimeSpan.Zero);
        var boxes = zones.Next(faces, locator.FindCandidates(picture, new TrackingOptions().CandidateScore), TimeSpan.Zero, picture.Cols,
            picture.Rows);

        using var mask = new Mat(picture.Size(), MatType.CV_8UC1, Scalar.Black);
        foreach (var box in boxes)
            Cv2.Rectangle(mask, Rect.FromLTRB((int)box.X, (int)box.Y, (int)(box.X + box.Width), (int)(box.Y + box.Height)),
                Scalar.White, -1);
        var hidden = landmarks.Count(
            point =>
            boxes.Any(box => point.X >= box.X && point.Y >= box.Y && point.X <= box.X + box.Width && point.Y <= box.Y + box.Height));
        return (hidden, Cv2.CountNonZero(mask) / (double)(mask.Cols * mask.Rows));
    }
}
