namespace LiveLandmarks.Tests;

/// <summary>A test with the 3-D face model beside the repository, and perhaps the annotated faces; skipped, saying so, where they are
/// not.</summary>
internal sealed class FaceModelFactAttribute : FactAttribute
{
    public FaceModelFactAttribute(bool faces = false) => Skip = Repository.LackOfFaceModel ?? (faces ? Repository.LackOfSharedFaces : null);
}
