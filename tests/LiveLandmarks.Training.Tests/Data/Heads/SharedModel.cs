using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Tests.Data.Heads;

/// <summary>The face model and the annotated faces beside the repository, read once.</summary>
internal static class SharedModel
{
    private static readonly Lazy<FaceModel> Model = new(() => FaceModel.Read(Repository.SharedFaceModel));
    private static readonly Lazy<FaceFitter> ModelFitter = new(() => new FaceFitter(Heads));
    private static readonly Lazy<IReadOnlyList<AnnotatedFace>> Annotated =
        new(() => new Faces300WDataSet().Read(Repository.SharedFaces, new DataSetOptions()));

    public static FaceModel Heads => Model.Value;

    public static FaceFitter Fitter => ModelFitter.Value;

    /// <summary>The manually annotated faces.</summary>
    public static IReadOnlyList<AnnotatedFace> Faces => [.. Annotated.Value.Where(face => face.Subsets.Contains("manual"))];
}
