using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Data;

public class EpochOrderTests
{
    [Fact]
    public void Every_epoch_holds_every_face_once_in_a_different_order()
    {
        var order = new EpochOrder([.. Enumerable.Repeat(1, 50)], 3, shuffle: true);
        var epochs = Enumerable.Range(0, 4)
            .Select(epoch => Enumerable.Range(0, 50).Select(i => order.At(epoch * 50L + i)).ToArray()).ToList();
        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 50), epoch.Order()));
        Assert.Equal(4, epochs.Select(epoch => string.Join(' ', epoch)).Distinct().Count());
    }

    [Fact]
    public void The_face_at_a_place_does_not_depend_on_earlier_calls()
    {
        var first = new EpochOrder([1, 1, 1, 1, 1], 9, shuffle: true);
        var second = new EpochOrder([1, 1, 1, 1, 1], 9, shuffle: true);
        long[] places = [1000000007, 3, 12, 4, 27, 1, 1000000006];
        int[] expected = [.. places.Order().Select(first.At)];
        Assert.Equal(expected, places.Select(place => (place, second.At(place))).OrderBy(pair => pair.place).Select(pair => pair.Item2));
        var other = new EpochOrder([.. Enumerable.Repeat(1, 50)], 10, shuffle: true);
        var same = new EpochOrder([.. Enumerable.Repeat(1, 50)], 9, shuffle: true);
        Assert.NotEqual(Enumerable.Range(0, 50).Select(i => other.At(i)), Enumerable.Range(0, 50).Select(i => same.At(i)));
    }

    [Fact]
    public void Copies_make_the_epoch_longer()
    {
        var order = new EpochOrder([1, 3, 1], 1, shuffle: false);
        Assert.Equal(5, order.Length);
        Assert.Equal([0, 1, 1, 1, 2, 0], Enumerable.Range(0, 6).Select(i => order.At(i)));
    }
}
