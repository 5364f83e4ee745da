using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>Finds the landmarks of a face in a square of the picture: the network that comes with LiveLandmarks, or another. Used by one
/// thread at a time.</summary>
public interface ILandmarkDetector : IDisposable
{
    /// <summary>What it is called, for reports.</summary>
    string Name { get; }

    /// <summary>What the points mean.</summary>
    LandmarkScheme Scheme { get; }

    /// <summary>How a crop relates to a face.</summary>
    CropRule CropRule { get; }

    /// <summary>Mean confidence of the points from which on a crop is taken to show a face, 0 to 1.</summary>
    float MinimumScore { get; }

    /// <summary>Locates the landmarks in all crops of an image.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crops">One square a face, which may be rolled and may reach beyond the picture; none gives none.</param>
    /// <returns>As many faces, in the order of the crops, in image pixels, whether or not the crop shows one: the score tells.</returns>
    FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops);

    /// <summary>Makes ready for so many faces at once, so that no frame waits for it.</summary>
    /// <param name="mostFaces">Most faces at once, at least 1.</param>
    void Prepare(int mostFaces)
    {
    }
}
