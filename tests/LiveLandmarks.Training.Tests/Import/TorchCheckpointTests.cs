using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Tests.Import;

public sealed class TorchCheckpointTests
{
    private static readonly string[] RawNames =
        ["conv.weight", "conv.bias", "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked"];

    public static TheoryData<string> Formats => ["legacy", "zip"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_raw_state_dictionary_is_read_in_its_order(string format)
    {
        var table = TorchCheckpoint.Read(Fixture.Path($"raw.{format}.pth"));
        Assert.Equal(RawNames, table.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([3, 2, 3, 3], table["conv.weight"].Shape);
        Assert.Equal(Enumerable.Range(0, 54).Select(i => 1 + i / 8f), table["conv.weight"].Data);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_state_dictionary_next_to_an_optimizer_is_found_and_its_prefix_is_removed(string format)
    {
        var nested = TorchCheckpoint.Read(Fixture.Path($"nested.{format}.pth"));
        var raw = TorchCheckpoint.Read(Fixture.Path($"raw.{format}.pth"));
        Assert.Equal(RawNames, nested.Tensors.Select(tensor => tensor.Name));
        foreach (var name in RawNames)
            Assert.Equal(raw[name].Data, nested[name].Data);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Views_of_a_storage_are_read_row_by_row(string format)
    {
        var table = TorchCheckpoint.Read(Fixture.Path($"views.{format}.pth"));
        Assert.Equal([6, 4], table["transposed"].Shape);
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 4; column++)
                Assert.Equal(table["plain"].Data[column * 6 + row], table["transposed"].Data[row * 4 + column]);
        }
        Assert.Equal([2 / 8f, 8 / 8f, 14 / 8f, 20 / 8f], table["column"].Data);
        Assert.Equal([8 / 8f, 9 / 8f, 10 / 8f, 14 / 8f, 15 / 8f, 16 / 8f], table["inner"].Data);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_accepted_type_is_converted_to_floats(string format)
    {
        var table = TorchCheckpoint.Read(Fixture.Path($"views.{format}.pth"));
        Assert.Equal([0.5f, -1.25f], table["half"].Data);
        Assert.Equal([0.1f, -3], table["double"].Data);
        Assert.Equal([1, -1099511627776f], table["long"].Data);
        Assert.Equal([7, -8], table["int"].Data);
        Assert.Equal([1, 0], table["bool"].Data);
        Assert.Equal([4], table["parameter"].Data);
        Assert.Equal([2.5f], table["scalar"].Data);
        Assert.Empty(table["scalar"].Shape);
        Assert.Equal([0, 3], table["empty"].Shape);
    }

    [Theory]
    [InlineData("shell.legacy.pth", "'posix.system'")]
    [InlineData("shell.zip.pth", "'posix.system'")]
    [InlineData("module.legacy.pth", "'torch.nn.modules.linear.Linear'")]
    [InlineData("bytes.zip.pth", "'torch.ByteStorage'")]
    [InlineData("expanded.zip.pth", "'torch._utils._rebuild_tensor_v2' with unexpected arguments")]
    [InlineData("compressed.zip.pth", "compressed")]
    [InlineData("bigendian.zip.pth", "big-endian")]
    [InlineData("README.md", "not a PyTorch checkpoint")]
    [InlineData("missing.pth", "cannot be read")]
    public void Anything_but_a_plain_state_dictionary_is_refused_with_the_reason(string name, string reason)
    {
        var path = Fixture.Path(name);
        var error = Assert.Throws<WeightsException>(() => TorchCheckpoint.Read(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("nested.legacy.pth")]
    [InlineData("nested.zip.pth")]
    [InlineData("views.legacy.pth")]
    [InlineData("views.zip.pth")]
    public void A_file_truncated_anywhere_is_refused(string name)
    {
        var whole = File.ReadAllBytes(Fixture.Path(name));
        for (var length = 0; length < whole.Length; length += 97)
        {
            var error = Fixture.WithFile(whole[..length], path => Assert.Throws<WeightsException>(() => TorchCheckpoint.Read(path)));
            Assert.Matches("truncated|not a PyTorch checkpoint|missing|not a whole", error.Message);
        }
    }

    [Theory]
    [InlineData("nested.legacy.pth")]
    [InlineData("nested.zip.pth")]
    public void A_changed_byte_gives_weights_or_a_clean_refusal(string name)
    {
        var whole = File.ReadAllBytes(Fixture.Path(name));
        var refused = 0;
        for (var i = 0; i < whole.Length; i += 7)
        {
            var changed = (byte[])whole.Clone();
            changed[i] ^= 0x15;
            refused += Fixture.WithFile(changed, Refused);
        }
        Assert.InRange(refused, 20, whole.Length);

        // Any other exception fails the test.
        static int Refused(string path)
        {
            try
            {
                Assert.NotEmpty(TorchCheckpoint.Read(path).Tensors);
                return 0;
            }
            catch (WeightsException)
            {
                return 1;
            }
        }
    }

    [Fact]
    public void A_legacy_file_of_a_big_endian_machine_is_refused()
    {
        var bytes = File.ReadAllBytes(Fixture.Path("raw.legacy.pth"));
        // The information about the machine: "little_endian", BINPUT 2, then NEWTRUE.
        var name = bytes.AsSpan().IndexOf("little_endian"u8);
        var value = name + bytes.AsSpan(name).IndexOf((byte)0x88);
        bytes[value] = 0x89;
        var error = Fixture.WithFile(bytes, path => Assert.Throws<WeightsException>(() => TorchCheckpoint.Read(path)));
        Assert.Contains("big-endian", error.Message, StringComparison.Ordinal);
    }
}
