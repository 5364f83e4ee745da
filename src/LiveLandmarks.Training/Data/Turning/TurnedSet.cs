using System.Globalization;
using LiveLandmarks.Training.Data.Heads;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Writes turned faces as a data set.</summary>
public sealed class TurnedSet
{
    private const int Purpose = 8, Quality = 92;

    private readonly IReadOnlyList<AnnotatedFace> faces;
    private readonly TurnedSetOptions options;
    private readonly LoaderOptions loading;
    private readonly TurnedFaces shared;

    /// <summary>Prepares the model.</summary>
    /// <param name="model">The 3-D face model that turns faces.</param>
    /// <param name="faces">Faces with the 68 points of iBUG.</param>
    /// <param name="options">Number and angles of the turned faces.</param>
    public TurnedSet(FaceModel model, IReadOnlyList<AnnotatedFace> faces, TurnedSetOptions options)
    {
        (this.faces, this.options) = (faces, options);
        loading = new LoaderOptions { Seed = options.Seed };
        shared = new TurnedFaces(model, faces);
    }

    /// <summary>Called with the number of finished pictures.</summary>
    public Action<int> Report { get; init; } = _ => { };

    /// <summary>Called for each photograph that cannot be used; one call at a time.</summary>
    public Action<InputException> LeftOut { get; init; } = _ => { };

    /// <summary>Draws the pictures: <c>NAME_00000.jpg</c> with <c>NAME_00000.pts</c> beside it, and <c>turned.csv</c> with the angles of
    /// each.</summary>
    /// <param name="folder">The output folder; made if it is missing.</param>
    /// <param name="cancel">Stops the drawing with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Number of pictures written; a face whose head is not found, or whose photograph cannot be used, has none.</returns>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    public int Write(string folder, CancellationToken cancel)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var rows = new string?[options.Count];
            var done = 0;
            Parallel.For(
                0,
                options.Count,
                new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
                () => new SampleTurner(shared, loading),
                (number, _, turner) =>
                {
                    rows[number] = Write(folder, turner, number);
                    Report(Interlocked.Increment(ref done));
                    return turner;
                },
                turner => turner.Dispose());
            File.WriteAllLines(Path.Combine(folder, "turned.csv"), rows.OfType<string>().Prepend("name,yaw,pitch"));
            return rows.OfType<string>().Count();
        }
        catch (Exception e) when (((e as AggregateException)?.InnerException ?? e) is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{folder}: the turned faces cannot be written: {e.Message} Choose another folder or make room.", e);
        }
    }

    private string? Write(string folder, SampleTurner turner, int number)
    {
        var index = number % faces.Count;
        if (shared.Fit(index) is not { } fit)
            return null;
        var face = faces[index];
        var turn = TurnOf(fit, number);
        if (Turn(turner, face, fit, turn) is not var (image, turned))
            return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(face.ImagePath)}_{number:00000}");
        Cv2.ImEncode(".jpg", image, out var jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
        File.WriteAllBytes(Path.Combine(folder, name + ".jpg"), jpeg);
        File.WriteAllText(Path.Combine(folder, name + ".pts"), PtsText.Of(turned.Points));
        return string.Create(CultureInfo.InvariantCulture,
            $"{name},{float.RadiansToDegrees(turn.Yaw):0.0},{float.RadiansToDegrees(turn.Pitch):0.0}");
    }

    private (Mat Image, AnnotatedFace Face)? Turn(SampleTurner turner, AnnotatedFace face, FaceFit fit, HeadTurn turn)
    {
        try
        {
            return turner.Turn(face, new StoredPicture(PictureBytes.Read(face.ImagePath)), fit, turn);
        }
        catch (InputException e)
        {
            lock (shared)
                LeftOut(e);
            return null;
        }
    }

    private HeadTurn TurnOf(FaceFit fit, int number)
    {
        var random = new SampleRandom(options.Seed, number, Purpose);
        var yaw = float.DegreesToRadians(random.Between(options.MinYaw, options.MaxYaw));
        var turn = HeadTurn.Draw(shared.Model, fit, new TurnStrength(1, 0, options.Pitch, options.Expression), random);
        var left = HeadTurn.KeepSide(random.Happens(0.5f) ? -1 : 1, 1, fit.View.Yaw) < 0;
        return turn with { Yaw = left ? -yaw : yaw };
    }
}
