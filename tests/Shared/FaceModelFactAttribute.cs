namespace LiveLandmarks.Tests;

/// <summary>A test that needs the 3-D face model beside the repository, and the annotated faces if <c>faces</c> is set; skipped with a
/// reason if they are missing.</summary>
internal sealed class FaceModelFactAttribute : FactAttribute
{
    public FaceModelFactAttribute(bool faces = false) => Skip = Repository.LackOfFaceModel ?? (faces ? Repository.LackOfSharedFaces : null);
}
