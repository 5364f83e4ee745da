using LiveLandmarks.Output;
using LiveLandmarks.Training.Data.Formats;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>A picture inside a COFW file: MATLAB's [height, width] or [height, width, 3] of bytes, RGB, column by column.</summary>
internal static class CofwPicture
{
    /// <summary>Writes a picture as PNG unless it has been written before.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="address">The picture's object reference.</param>
    /// <param name="face">The face of the picture, with the path to write to.</param>
    /// <exception cref="InputException">The dataset is not a picture.</exception>
    public static void Extract(Hdf5File file, long address, AnnotatedFace face)
    {
        if (File.Exists(face.ImagePath))
            return;
        var dataset = file.At(address);
        var (channels, width, height) = dataset.Dimensions switch
        {
            [var w, var h] => (1, w, h),
            [3, var w, var h] => (3, w, h),
            _ => throw new InputException(
                $"{face.Source}: the picture has {string.Join("×", dataset.Dimensions)} elements; width×height or 3×width×height " +
                "expected."),
        };
        if (width < 1 || height < 1)
            throw new InputException($"{face.Source}: the picture is empty.");
        var bytes = dataset.ReadBytes();
        using var image = new Mat(height, width, MatType.CV_8UC3);
        Fill(image, bytes, channels);
        Cv2.ImEncode(".png", image, out var png);

        // An interrupted run leaves no partial picture under the final name.
        using var scratch = ScratchFile.Beside(face.ImagePath);
        File.WriteAllBytes(scratch.Path, png);
        scratch.MoveTo(face.ImagePath);
    }

    private static unsafe void Fill(Mat image, byte[] bytes, int channels)
    {
        var (width, height) = (image.Cols, image.Rows);
        var plane = channels == 3 ? width * height : 0;
        for (var y = 0; y < height; y++)
        {
            var row = (byte*)image.Ptr(y);
            for (var x = 0; x < width; x++)
            {
                var at = x * height + y;
                (row[3 * x], row[3 * x + 1], row[3 * x + 2]) = (bytes[at + 2 * plane], bytes[at + plane], bytes[at]);
            }
        }
    }
}
