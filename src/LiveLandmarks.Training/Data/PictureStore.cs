using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// The pictures of a data set, kept in memory up to a limit. The returned pictures do not depend on which ones are kept, so a resumed run
/// sees the same pixels. Thread-safe.
/// </summary>
internal sealed class PictureStore(IReadOnlyList<AnnotatedFace> faces, LoaderOptions options)
{
    /// <summary>Side of the surroundings divided by the crop's side: room for a rotated, shifted and scaled crop, and for one from a
    /// box.</summary>
    private const float Margin = 2.2f;

    /// <summary>Pixels kept for each pixel of the network's input, so that scaling down again loses little.</summary>
    private const float Oversampling = 1.25f;

    private readonly StoredPicture?[] kept = new StoredPicture?[faces.Count];
    private long bytesKept;

    /// <summary>Number of bytes that are currently kept.</summary>
    public long BytesKept => Interlocked.Read(ref bytesKept);

    /// <summary>A face's picture.</summary>
    /// <param name="index">Index of the face.</param>
    /// <exception cref="InputException">The file cannot be used; the message names it.</exception>
    public StoredPicture Load(int index)
    {
        if (Volatile.Read(ref kept[index]) is { } picture)
            return picture;
        var face = faces[index];
        picture = new StoredPicture(PictureBytes.Read(face.ImagePath));
        if (options.Caching == PictureCaching.Surroundings)
            picture = Surroundings(face, picture);
        if (options.Caching != PictureCaching.None)
            Keep(index, picture);
        return picture;
    }

    private void Keep(int index, StoredPicture picture)
    {
        if (Interlocked.Add(ref bytesKept, picture.Bytes.Length) > options.CacheBytes
            || Interlocked.CompareExchange(ref kept[index], picture, null) is not null)
        {
            Interlocked.Add(ref bytesKept, -picture.Bytes.Length);
        }
    }

    /// <summary>Cuts out the surroundings and scales them down; a picture that would hardly get smaller stays whole.</summary>
    private StoredPicture Surroundings(AnnotatedFace face, StoredPicture whole)
    {
        using var image = PictureBytes.Decode(whole.Bytes, face.ImagePath);
        var crop = FaceCrop.FromLandmarks(face.Points, options.Crop);
        var scale = MathF.Min(1, Oversampling * options.InputSize / crop.Side);
        var size = (int)MathF.Ceiling(Margin * crop.Side * scale / 2) * 2;
        if ((long)size * size >= (long)image.Rows * image.Cols)
            return whole;

        // Whole pixels, so that a picture that is only cut out is not resampled.
        var region = new FaceCrop(MathF.Round(crop.CenterX), MathF.Round(crop.CenterY), size / scale);
        using var sampler = new CropSampler(size);
        Cv2.ImEncode(".jpg", sampler.Sample(image, region), out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, 95));
        var half = size / 2f;
        return new StoredPicture(bytes, scale, half - scale * region.CenterX, half - scale * region.CenterY);
    }
}
