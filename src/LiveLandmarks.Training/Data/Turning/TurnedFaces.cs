using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>The data that is shared by all threads that turn the faces of a data set: the head's parts, and the fits, each made when first
/// needed. Thread-safe.</summary>
internal sealed class TurnedFaces
{
    // A head with a larger residual does not fit the person; a share of the distance between the outer corners of the eyes.
    private const float MaxResidual = 0.06f;

    private readonly IReadOnlyList<AnnotatedFace> faces;
    private readonly FaceFitter fitter;
    private readonly Fitted?[] fits;
    private readonly LandmarkOffsets spread;

    /// <summary>Prepares the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="faces">Faces with the 68 points of iBUG.</param>
    public TurnedFaces(FaceModel model, IReadOnlyList<AnnotatedFace> faces)
    {
        if (faces.FirstOrDefault(face => face.Scheme != LandmarkScheme.Ibug68 && face.Scheme != LandmarkScheme.Ibug70) is { } other)
            throw new InputException(
                $"{other.Source}: turning faces needs the 68 points of iBUG, but these are landmarks of {other.Scheme}.");
        (Model, this.faces) = (model, faces);
        Surface = new HeadSurface(model);
        spread = new LandmarkOffsets(model);
        fitter = new FaceFitter(model);
        fits = new Fitted?[faces.Count];
    }

    /// <summary>The data to turn a loader's faces; null if none are to be turned.</summary>
    /// <exception cref="InputException">There is no face model, or the landmarks have another scheme.</exception>
    public static TurnedFaces? For(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options)
    {
        if (options.Augmentation.Turn.Chance <= 0)
            return null;
        options.Augmentation.Turn.Validate();
        var model = options.FaceModel
            ?? throw new InputException("Turned faces need a face model; name its folder with --face-model.");
        return new TurnedFaces(model, faces);
    }

    /// <summary>The model.</summary>
    public FaceModel Model { get; }

    /// <summary>The head's parts.</summary>
    public HeadSurface Surface { get; }

    /// <summary>The head of a face; null if none fits well enough to be turned.</summary>
    /// <param name="index">Index of the face.</param>
    public FaceFit? Fit(int index)
    {
        if (Volatile.Read(ref fits[index]) is not { } fitted)
        {
            var fit = fitter.Fit(faces[index].Points.AsSpan(0, Model.Ibug68.Count));
            fitted = new Fitted(fit is { Residual: < MaxResidual } ? fit : null);
            Volatile.Write(ref fits[index], fitted);
        }
        return fitted.Fit;
    }

    /// <summary>Makes a turner for one thread.</summary>
    public FaceTurner CreateTurner() => new(Surface, spread);

    private sealed record Fitted(FaceFit? Fit);
}
