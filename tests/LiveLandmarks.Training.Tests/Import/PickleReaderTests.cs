using System.Globalization;
using System.Text;
using LiveLandmarks.Training.Import;
using LiveLandmarks.Training.Import.Pickle;

namespace LiveLandmarks.Training.Tests.Import;

public sealed class PickleReaderTests
{
    private static readonly Dictionary<string, PickleConstructor> Constructors = new()
    {
        ["known.thing"] = new("known.thing", arguments => arguments is [long number]
            ? $"made of {number.ToString(CultureInfo.InvariantCulture)}"
            : null),
    };

    [Fact]
    public void Containers_and_numbers_are_read()
    {
        // {'a': [1, 300, -2], 'b': (None, True, 0.5)}
        var value = Assert.IsType<PickleDictionary>(Read(
            "\x80\x02}(X\x01\0\0\0a](K\x01M\x2c\x01J\xfe\xff\xff\xff" + "eX\x01\0\0\0bN\x88G\x3f\xe0\0\0\0\0\0\0\x87u."));
        Assert.Equal([1L, 300L, -2L], Assert.IsType<List<object?>>(value.Find("a")));
        Assert.Equal([null, true, 0.5], Assert.IsType<object?[]>(value.Find("b")));
    }

    [Fact]
    public void Memoized_objects_are_recalled() =>
        Assert.Equal([7L, 7L], Assert.IsType<object?[]>(Read("\x80\x02K\x07q\x05h\x05\x86.")));

    [Fact]
    public void A_known_constructor_creates_its_object() => Assert.Equal("made of 9", Read("\x80\x02" + "cknown\nthing\nK\x09\x85R."));

    [Theory]
    [InlineData("cos\nsystem\n.", "'os.system'")]
    [InlineData("cbuiltins\neval\n.", "'builtins.eval'")]
    [InlineData("cknown\nthing\nN\x85R.", "'known.thing' with unexpected arguments")]
    [InlineData("K\x01K\x02\x85R.", "malformed")]
    [InlineData("\x93.", "instruction 0x93")]
    [InlineData("(iknown\nthing\n.", "instruction 0x69")]
    [InlineData("e.", "malformed")]
    [InlineData("(.", "malformed")]
    [InlineData("h\x01.", "malformed")]
    [InlineData("K\x01K\x02s.", "malformed")]
    [InlineData("}(K\x01u.", "malformed")]
    [InlineData("X\xff\xff\xff\xff.", "a string of 4294967295 bytes")]
    [InlineData("X\0\0\0\x7f.", "a string of 2130706432 bytes")]
    public void Anything_else_is_refused_with_the_reason(string pickle, string reason) =>
        Assert.Contains(reason, Refusal("\x80\x02" + pickle), StringComparison.Ordinal);

    [Fact]
    public void Another_protocol_is_refused() => Assert.Contains("protocol 4", Refusal("\x80\x04N."), StringComparison.Ordinal);

    [Fact]
    public void Objects_nested_too_deeply_are_refused() =>
        Assert.Contains("too deep", Refusal("\x80\x02" + new string('(', PickleLimits.Depth + 1)), StringComparison.Ordinal);

    [Fact]
    public void A_stack_that_grows_too_large_is_refused() =>
        Assert.Contains("too many objects", Refusal("\x80\x02" + new string('N', PickleLimits.Objects + 2)), StringComparison.Ordinal);

    [Fact]
    public void A_pickle_that_ends_early_is_reported_as_truncated() =>
        Assert.Contains("truncated", Refusal("\x80\x02X\x05\0\0\0abc"), StringComparison.Ordinal);

    private static string Refusal(string pickle) => Assert.Throws<WeightsException>(() => Read(pickle)).Message;

    // Each character is one byte.
    private static object? Read(string pickle) =>
        new PickleReader(new PickleInput(new MemoryStream(Encoding.Latin1.GetBytes(pickle)), "test.pth"), Constructors, _ => null).Read();
}
