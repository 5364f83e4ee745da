using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class PictureStoreTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_are_kept_up_to_the_limit()
    {
        var bytes = Pictures.Jpeg();
        AnnotatedFace[] faces = [.. Enumerable.Range(0, 5).Select(i => Pictures.Face(folder.Write($"{i}.jpg", bytes)))];
        var store = new PictureStore(faces, new LoaderOptions { CacheBytes = 3 * bytes.Length });
        for (var i = 0; i < 10; i++)
            Assert.Equal(bytes, store.Load(i % 5).Bytes);
        Assert.Equal(3 * bytes.Length, store.BytesKept);
        File.Delete(faces[0].ImagePath);
        Assert.Equal(bytes, store.Load(0).Bytes);
    }

    [Fact]
    public void Without_caching_nothing_is_kept()
    {
        var store = new PictureStore(
            [Pictures.Face(folder.Write("a.jpg", Pictures.Jpeg()))], new LoaderOptions { Caching = PictureCaching.None });
        store.Load(0);
        Assert.Equal(0, store.BytesKept);
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(3)]
    public void Cached_surroundings_are_smaller_and_give_the_same_crop(float scale)
    {
        var path = folder.File("large.png");
        var face = Pictures.Face(path, scale: scale, x: 600, y: 400);
        var eye = face.Points[36];
        using (var image = new Mat(1500, 2000, MatType.CV_8UC3, Scalar.Black))
        {
            Cv2.Circle(image, new Point((int)(16 * eye.X), (int)(16 * eye.Y)), (int)(16 * 8 * scale), Scalar.White, -1,
                LineTypes.AntiAlias, 4);
            folder.Write("large.png", Pictures.Encode(image));
        }
        var options = new LoaderOptions { Augmentation = Augmentation.None, Caching = PictureCaching.Surroundings };
        var stored = new PictureStore([face], options).Load(0);
        using (var small = PictureBytes.Decode(stored.Bytes, path))
            Assert.InRange(small.Cols, 50, 800);

        var (x, y) = Centroid(options, face, stored);
        var (wholeX, wholeY) = Centroid(options, face, new StoredPicture(File.ReadAllBytes(path)));
        var expected = new CropPlacement(FaceCrop.FromLandmarks(face.Points, options.Crop), false).ToCrop(face, 256)[36];
        Assert.Equal(expected.X, x, 0.6);
        Assert.Equal(expected.Y, y, 0.6);
        Assert.Equal(wholeX, x, 0.1);
        Assert.Equal(wholeY, y, 0.1);
    }

    [Fact]
    public void A_picture_not_much_larger_than_the_face_is_kept_as_it_is()
    {
        var bytes = Pictures.Jpeg();
        var face = Pictures.Face(folder.Write("a.jpg", bytes), scale: 0.5f, x: 0, y: 0);
        var store = new PictureStore([face], new LoaderOptions { Caching = PictureCaching.Surroundings });
        Assert.Equal(bytes, store.Load(0).Bytes);
    }

    private static (double X, double Y) Centroid(LoaderOptions options, AnnotatedFace face, StoredPicture picture)
    {
        using var augmenter = new Augmenter(options);
        var planes = new float[3 * 256 * 256];
        augmenter.Write(picture, face, augmenter.Place(face, 0), 0, planes);
        double sum = 0, sumX = 0, sumY = 0;
        for (var i = 0; i < 256 * 256; i++)
        {
            double weight = planes[i] > 0.1 ? planes[i] : 0;
            (sum, sumX, sumY) = (sum + weight, sumX + weight * (i % 256), sumY + weight * (i / 256));
        }
        return (sumX / sum, sumY / sum);
    }
}
