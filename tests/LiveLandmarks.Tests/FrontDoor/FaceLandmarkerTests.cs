using LiveLandmarks.Capture;
using LiveLandmarks.Models;
using LiveLandmarks.Pose;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.FrontDoor;

public class FaceLandmarkerTests
{
    private static readonly FaceLandmarkerOptions Options = new() { Models = Networks.Chosen.Models, Inference = Networks.OneThread };

    [Fact]
    public void The_face_of_a_picture_has_landmarks_and_a_pose()
    {
        var face = Assert.Single(FaceLandmarker.Detect(Repository.Media("astronaut.png"), Options));
        Assert.Equal((1, LandmarkScheme.Ibug68), (face.Id, face.Landmarks.Scheme));
        Assert.InRange(face.Pose!.Value.AngleToCamera, 0, 30);
    }

    [Fact]
    public void A_landmarker_serves_many_pictures()
    {
        using var landmarker = FaceLandmarker.Create(Options);
        using var image = Networks.Astronaut();
        using var grey = new Mat(200, 300, MatType.CV_8UC3, Scalar.Gray);
        Assert.Single(landmarker.Find(image));
        Assert.Empty(landmarker.Find(grey));
        Assert.Equal<Landmark>(
            landmarker.Find(image)[0].Landmarks.Points, landmarker.Find(Repository.Media("astronaut.png"))[0].Landmarks.Points);
    }

    [Fact]
    public void Custom_detectors_are_used_and_disposed()
    {
        var (detector, landmarks) = (new OneBox(), new FixedLandmarks());
        using var image = Networks.Astronaut();
        using (var tracker = FaceTracker.Create(detector, landmarks))
        {
            var face = Assert.Single(tracker.Process(image, TimeSpan.Zero));
            Assert.Equal(LandmarkScheme.Ibug68, face.Landmarks.Scheme);
            Assert.True(landmarks.Asked > 0);
        }
        Assert.True(detector.IsDisposed && landmarks.IsDisposed);
    }

    [Fact]
    public void A_file_that_is_not_a_picture_is_named_in_the_error() =>
        Assert.Contains("nowhere.png", Assert.Throws<InputException>(() => FaceLandmarker.Detect("nowhere.png", Options)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_option_out_of_range_is_named_in_the_error()
    {
        Assert.Equal("MaxFaces", Assert.Throws<ArgumentOutOfRangeException>(
            () => FaceLandmarker.Create(new FaceLandmarkerOptions { MaxFaces = 0 })).ParamName);
        Assert.Equal("KeepShare",
            Assert.Throws<ArgumentOutOfRangeException>(
                () => FaceTracker.Create(new FaceTrackerOptions { Tracking = new() { KeepShare = 2 } })).ParamName);
        Assert.Equal("Threads", Assert.Throws<ArgumentOutOfRangeException>(
            () => FaceTracker.Create(new FaceTrackerOptions { Inference = new() { Threads = -1 } })).ParamName);
        Assert.Equal("QuarterTurns",
            Assert.Throws<ArgumentOutOfRangeException>(() => Camera.Open(0, new CaptureOptions { QuarterTurns = 4 })).ParamName);
    }

    [Fact]
    public void Without_models_the_error_names_the_package_to_add()
    {
        var message = Assert.Throws<ModelException>(() => ModelCatalog.FindFolder(null, ["nowhere/models", "elsewhere/models"])).Message;
        Assert.StartsWith("nowhere/models: ", message, StringComparison.Ordinal);
        Assert.Contains("LiveLandmarks.Models", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_folder_comes_from_the_variable_or_is_the_first_that_exists()
    {
        Assert.Equal("named", ModelCatalog.FindFolder("named", [Repository.Models]));
        Assert.Equal(Repository.Models, ModelCatalog.FindFolder("", ["nowhere", Repository.Models, Repository.Root]));
    }

    private sealed class OneBox : IFaceDetector
    {
        public bool IsDisposed { get; private set; }

        public IReadOnlyList<FaceBox> Detect(Mat image) => [new FaceBox(150, 60, 120, 140)];

        public void Dispose() => IsDisposed = true;
    }

    /// <summary>Reports the average face at a fixed place of the picture for every crop.</summary>
    private sealed class FixedLandmarks : ILandmarkDetector
    {
        public int Asked { get; private set; }

        public bool IsDisposed { get; private set; }

        public string Name => "fixed";

        public LandmarkScheme Scheme => LandmarkScheme.Ibug68;

        public CropRule CropRule { get; } = new(1.3f, 1.3f, 0.5f);

        public float MinimumScore => 0.3f;

        public FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops)
        {
            Asked += crops.Count;
            return [.. crops.Select(_ => new FaceLandmarks(
                Scheme, [.. AverageFace.Ibug68.Select(point => new Landmark(210 + 8 * point.X, 110 + 8 * point.Y, 0.9f))]))];
        }

        public void Dispose() => IsDisposed = true;
    }
}
