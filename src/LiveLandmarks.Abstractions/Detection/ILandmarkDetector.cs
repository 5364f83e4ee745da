using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>Finds the landmarks of a face in a square crop of an image: the network that comes with LiveLandmarks, or your own. Used by one
/// thread at a time.</summary>
public interface ILandmarkDetector : IDisposable
{
    /// <summary>The detector's name, for reports.</summary>
    string Name { get; }

    /// <summary>What the points mean.</summary>
    LandmarkScheme Scheme { get; }

    /// <summary>How a crop relates to a face.</summary>
    CropRule CropRule { get; }

    /// <summary>Lowest mean confidence of the points at which a crop is taken to show a face, 0 to 1.</summary>
    float MinimumScore { get; }

    /// <summary>How much of an open eye's gap the detector still finds, at most, when the eye is shut; 0 to 1. An eye counts as shut below
    /// this share, until one of its blinks shows that the detector finds less.</summary>
    float ShutEyeShare => 0.65f;

    /// <summary>Locates the landmarks in all crops of an image.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crops">One square per face. A square may be rolled and may reach beyond the image. May be empty.</param>
    /// <returns>One set of landmarks per crop, in the order of the crops, in image pixels. A low score means that the crop shows no
    /// face.</returns>
    FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops);

    /// <summary>Prepares for this number of faces in one frame, so that no frame has to wait for it later.</summary>
    /// <param name="mostFaces">Largest number of faces at once, at least 1.</param>
    void Prepare(int mostFaces)
    {
    }
}
