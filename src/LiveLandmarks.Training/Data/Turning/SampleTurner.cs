using LiveLandmarks.Training.Data.Heads;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>Turns the heads of samples as the augmentation requires. The same seed and sample number give the same picture. Owns its
/// buffers; not thread-safe.</summary>
/// <param name="shared">The fitted heads of the faces.</param>
/// <param name="options">How often and how far, crop and seed.</param>
internal sealed class SampleTurner(TurnedFaces shared, LoaderOptions options) : IDisposable
{
    private const int Purpose = 7;

    private readonly FaceTurner turner = shared.CreateTurner();

    /// <summary>Turns a sample's head with the augmentation's probability.</summary>
    /// <param name="index">Index of the face.</param>
    /// <param name="face">The face.</param>
    /// <param name="picture">Its picture.</param>
    /// <param name="sample">Number of the sample since the start of the run.</param>
    /// <returns>The picture (BGR, 8 bits; valid until the next call) and the face in its pixels; null if the sample is not
    /// turned.</returns>
    /// <exception cref="InputException">The picture cannot be used; the message names its file.</exception>
    public (Mat Image, AnnotatedFace Face)? Turn(int index, AnnotatedFace face, StoredPicture picture, long sample)
    {
        var random = new SampleRandom(options.Seed, sample, Purpose);
        if (!random.Happens(options.Augmentation.Turn.Chance) || shared.Fit(index) is not { } fit)
            return null;
        return Turn(face, picture, fit, HeadTurn.Draw(shared.Model, fit, options.Augmentation.Turn, random));
    }

    /// <summary>Turns a head.</summary>
    /// <param name="face">The face.</param>
    /// <param name="picture">Its picture.</param>
    /// <param name="fit">The fitted head.</param>
    /// <param name="turn">The new view of the head.</param>
    /// <returns>The picture (BGR, 8 bits; valid until the next call) and the face in its pixels.</returns>
    public (Mat Image, AnnotatedFace Face) Turn(AnnotatedFace face, StoredPicture picture, FaceFit fit, HeadTurn turn)
    {
        using var photograph = PictureBytes.Decode(picture.Bytes, face.ImagePath);
        var stored = fit with { View = fit.View.In(picture.Scale, picture.Tx, picture.Ty) };
        var (image, points) = turner.Turn(
            photograph, picture.Of(face.Points), stored, turn, seen => FaceCrop.FromLandmarks(seen, options.Crop), options.InputSize);
        return (image, face with { Points = points, Box = face.Box is { } box ? Carry(box, face.Points, points) : null });
    }

    /// <inheritdoc/>
    public void Dispose() => turner.Dispose();

    /// <summary>Moves a detector's box along with the landmarks.</summary>
    private static FaceBox Carry(FaceBox box, Landmark[] before, Landmark[] after)
    {
        var (old, now) = (FaceBox.Around(before), FaceBox.Around(after));
        var (growth, wider, higher) = ((now.Width + now.Height) / (old.Width + old.Height), now.Width / old.Width, now.Height / old.Height);
        var (x, y) = (now.CenterX + wider * (box.CenterX - old.CenterX), now.CenterY + higher * (box.CenterY - old.CenterY));
        return new FaceBox(x - growth * box.Width / 2, y - growth * box.Height / 2, growth * box.Width, growth * box.Height);
    }
}
