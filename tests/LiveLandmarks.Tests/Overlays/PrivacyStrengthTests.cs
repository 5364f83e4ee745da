using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>The networks that found a face do not find it once it is hidden.</summary>
public class PrivacyStrengthTests
{
    [Theory]
    [InlineData(HidingStyle.Blur, 1)]
    [InlineData(HidingStyle.Pixels, 1)]
    [InlineData(HidingStyle.Blur, 2.5)]
    [InlineData(HidingStyle.Pixels, 2.5)]
    [InlineData(HidingStyle.Blur, 0.5)]
    [InlineData(HidingStyle.Pixels, 0.5)]
    public void A_hidden_face_is_not_found_again_even_at_the_weakest_setting(HidingStyle style, double scale)
    {
        using var locator = Networks.Locator();
        using var portrait = Networks.Astronaut();
        using var picture = new Mat();
        Cv2.Resize(portrait, picture, new Size(), scale, scale, InterpolationFlags.Area);
        var face = Assert.Single(locator.Find(picture));
        using var overlay = new PrivacyOverlay { Style = style, Cells = 8, Margin = 0, Settle = 0 };
        overlay.Start(new OverlayContext("", ""));
        overlay.Draw(Frames.ToDrawOn(picture, TimeSpan.Zero, [], Faces.Tracked(1, face)));

        Assert.Empty(locator.Find(picture));
        // The landmark network sees no face even in a crop at exactly that place.
        var again = locator.Network.Locate(picture, [FaceCrop.FromLandmarks(face.Points.AsSpan(), locator.Network.CropRule)])[0];
        Assert.InRange(again.Score, 0, 0.8f * locator.Network.MinimumScore);
    }
}
