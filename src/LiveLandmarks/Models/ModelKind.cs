namespace LiveLandmarks.Models;

/// <summary>What a model finds.</summary>
public enum ModelKind
{
    /// <summary>Faces in a whole image.</summary>
    Detector,

    /// <summary>Landmarks in the crop of a face.</summary>
    Landmarks,

    /// <summary>Movements of a face, from its landmarks.</summary>
    Expression,
}
