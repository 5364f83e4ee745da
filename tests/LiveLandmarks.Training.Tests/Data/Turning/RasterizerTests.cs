using System.Numerics;
using LiveLandmarks.Training.Data.Turning;

namespace LiveLandmarks.Training.Tests.Data.Turning;

public class RasterizerTests
{
    // Counter-clockwise on the screen, where y grows downward.
    private static readonly Vector3[] Corners = [new(1, 1, 5), new(1, 9, 5), new(9, 9, 5), new(9, 1, 5)];
    private static readonly int[] Square = [0, 1, 2, 0, 2, 3];

    private readonly Rasterizer rasterizer = new();

    [Fact]
    public void Each_pixel_of_a_square_belongs_to_one_of_its_triangles()
    {
        rasterizer.Clear(12, 11);
        rasterizer.Draw(Corners, Square, 7);
        for (var y = 0; y < 11; y++)
        {
            for (var x = 0; x < 12; x++)
            {
                var number = rasterizer.Triangles[y * 12 + x];
                if (x is >= 1 and <= 9 && y is >= 1 and <= 9)
                    Assert.InRange(number, 7, 8);
                else
                    Assert.Equal(Rasterizer.Nothing, number);
            }
        }
        Assert.Equal(5, rasterizer.Depths[5 * 12 + 5], 1e-4f);
    }

    [Fact]
    public void The_nearest_triangle_is_visible_in_any_drawing_order()
    {
        Vector3[] nearer = [.. Corners.Select(corner => corner with { Z = 6 })];
        rasterizer.Clear(12, 12);
        rasterizer.Draw(nearer, Square, 10);
        rasterizer.Draw(Corners, Square, 0);
        Assert.All(rasterizer.Triangles.ToArray(), number => Assert.True(number is -1 or >= 10));
        rasterizer.Clear(12, 12);
        rasterizer.Draw(Corners, Square, 0);
        rasterizer.Draw(nearer, Square, 10);
        Assert.All(rasterizer.Triangles.ToArray(), number => Assert.True(number is -1 or >= 10));
    }

    [Fact]
    public void Back_sides_are_drawn_only_on_request_and_triangles_are_clipped_to_the_picture()
    {
        int[] back = [2, 1, 0, 3, 2, 0];
        rasterizer.Clear(6, 6);
        rasterizer.Draw(Corners, back, 0);
        Assert.All(rasterizer.Triangles.ToArray(), number => Assert.Equal(Rasterizer.Nothing, number));
        rasterizer.Draw(Corners, back, 0, bothSides: true);
        Assert.Equal(25, rasterizer.Triangles.ToArray().Count(number => number >= 0));
    }
}
