using OpenCvSharp;

namespace MakeClips;

/// <summary>The outline of head, neck and collar in the portrait, drawn by hand.</summary>
internal static class BustOutline
{
    /// <summary>The polygon, clockwise from the top of the head.</summary>
    public static Point[] Points =>
    [
        new(232, 15), new(250, 18), new(272, 28), new(290, 44), new(298, 62), new(302, 85), new(299, 103),
        new(291, 117), new(280, 127), new(277, 135), new(269, 138), new(264, 150), new(258, 165), new(256, 173),
        new(268, 181), new(284, 195), new(296, 212), new(303, 232), new(304, 248), new(296, 270), new(278, 286),
        new(245, 294), new(210, 290), new(170, 273), new(142, 253), new(121, 225), new(113, 200), new(115, 188),
        new(124, 180), new(130, 165), new(142, 153), new(160, 148), new(183, 149), new(181, 132), new(174, 130),
        new(171, 120), new(162, 115), new(155, 103), new(152, 85), new(152, 65), new(160, 54), new(175, 45),
        new(190, 36), new(200, 27), new(215, 18),
    ];
}
