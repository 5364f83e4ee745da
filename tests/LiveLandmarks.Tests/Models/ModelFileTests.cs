using System.Security.Cryptography;
using LiveLandmarks.Models;

namespace LiveLandmarks.Tests.Models;

public sealed class ModelFileTests : IDisposable
{
    private readonly ModelFolder folder = new(ModelKind.Detector);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_model_with_the_right_hash_is_opened()
    {
        var model = ModelFile.Open(folder.WriteManifest());
        Assert.Equal(ModelKind.Detector, model.Manifest.Kind);
        Assert.Equal(File.ReadAllBytes(folder.Model), model.Bytes);
    }

    [Fact]
    public void The_hash_may_be_in_upper_case()
    {
        folder.Json["sha256"] = folder.Json["sha256"]!.GetValue<string>().ToUpperInvariant();
        Assert.NotEmpty(ModelFile.Open(folder.WriteManifest()).Bytes);
    }

    [Fact]
    public void A_hash_other_than_that_of_the_manifest_is_refused()
    {
        folder.Json["sha256"] = new string('0', 64);
        AssertRefused("SHA-256");
    }

    [Fact]
    public void One_flipped_bit_is_refused()
    {
        var bytes = File.ReadAllBytes(folder.Model);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder.Model, bytes);
        AssertRefused("SHA-256");
    }

    [Fact]
    public void A_file_that_is_not_a_model_is_refused_even_if_its_hash_is_right()
    {
        Vouch("This is not a model.\n"u8.ToArray());
        AssertRefused("not an ONNX file");
    }

    [Fact]
    public void A_model_with_external_data_is_refused_even_if_its_hash_is_right()
    {
        Vouch(Onnx.Model((5, Onnx.ExternalTensor())));
        AssertRefused("external data");
    }

    [Fact]
    public void A_missing_model_is_named_in_the_error()
    {
        File.Delete(folder.Model);
        AssertRefused("cannot be read");
    }

    private void Vouch(byte[] bytes)
    {
        File.WriteAllBytes(folder.Model, bytes);
        folder.Json["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private void AssertRefused(string reason)
    {
        var error = Assert.Throws<ModelException>(() => ModelFile.Open(folder.WriteManifest()));
        Assert.StartsWith(folder.Model, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
