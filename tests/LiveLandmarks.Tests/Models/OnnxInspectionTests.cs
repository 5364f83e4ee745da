using LiveLandmarks.Models;

namespace LiveLandmarks.Tests.Models;

public class OnnxInspectionTests
{
    private const int Node = 1, Initializer = 5, SparseInitializer = 15;
    private const int Attribute = 5;
    private const int Tensor = 5, Graph = 6, Tensors = 10, Graphs = 11, SparseTensor = 22, SparseTensors = 23;

    [Fact]
    public void The_committed_models_are_accepted()
    {
        var models = Directory.GetFiles(Repository.Models, "*.onnx");
        Assert.NotEmpty(models);
        foreach (var model in models)
            OnnxInspection.RefuseExternalData(File.ReadAllBytes(model), model);
    }

    [Fact]
    public void Tensors_within_the_file_are_accepted_everywhere()
    {
        var tensor = Onnx.PlainTensor();
        var attributes = Onnx.Message((Tensor, tensor), (Tensors, tensor), (Graph, Onnx.Message((Initializer, tensor))));
        OnnxInspection.RefuseExternalData(Onnx.Model((Node, Onnx.Message((Attribute, attributes))), (Initializer, tensor)), "plain");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void External_data_of_an_initializer_is_refused(bool onlyPlace)
    {
        var tensor = onlyPlace ? Onnx.TensorWithPlace() : Onnx.ExternalTensor();
        AssertExternal(Onnx.Model((Initializer, Onnx.PlainTensor()), (Initializer, tensor)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void External_data_of_a_sparse_initializer_is_refused(int part) =>
        AssertExternal(Onnx.Model((SparseInitializer, Onnx.Message((part, Onnx.ExternalTensor())))));

    [Theory]
    [InlineData(Tensor)]
    [InlineData(Tensors)]
    public void External_data_of_a_nodes_attribute_is_refused(int field) =>
        AssertExternal(Onnx.Model((Node, WithAttribute(field, Onnx.ExternalTensor()))));

    [Theory]
    [InlineData(SparseTensor)]
    [InlineData(SparseTensors)]
    public void External_data_of_a_nodes_sparse_attribute_is_refused(int field) =>
        AssertExternal(Onnx.Model((Node, WithAttribute(field, Onnx.Message((1, Onnx.ExternalTensor()))))));

    [Theory]
    [InlineData(Graph)]
    [InlineData(Graphs)]
    public void External_data_of_a_subgraph_is_refused(int field)
    {
        var subgraph = Onnx.Message((Initializer, Onnx.ExternalTensor()));
        AssertExternal(Onnx.Model((Node, WithAttribute(field, subgraph))));
        AssertExternal(Onnx.Model((Node, WithAttribute(field, Onnx.Message((Node, WithAttribute(field, subgraph)))))));
    }

    [Fact]
    public void External_data_of_a_function_is_refused()
    {
        var function = Onnx.Message((7, WithAttribute(Tensor, Onnx.ExternalTensor())));
        AssertExternal(Onnx.Message((1, 8), (7, Onnx.Message()), (25, function)));
    }

    [Fact]
    public void External_data_of_training_information_is_refused()
    {
        var training = Onnx.Message((1, Onnx.Message((Initializer, Onnx.ExternalTensor()))));
        AssertExternal(Onnx.Message((1, 8), (7, Onnx.Message()), (20, training)));
    }

    [Fact]
    public void A_second_graph_that_a_parser_would_merge_is_inspected_too() =>
        AssertExternal(Onnx.Message((7, Onnx.Message()), (7, Onnx.Message((Initializer, Onnx.ExternalTensor())))));

    [Fact]
    public void An_empty_file_or_one_without_a_graph_is_refused()
    {
        AssertNoOnnx([]);
        AssertNoOnnx(Onnx.Message((1, 8), (2, "producer"u8.ToArray())));
    }

    [Fact]
    public void Garbage_is_refused()
    {
        AssertNoOnnx("This is not a model.\n"u8.ToArray());
        AssertNoOnnx([0, 0, 0, 0]);
        var noise = new byte[1000];
        for (var seed = 0; seed < 50; seed++)
        {
            new Random(seed).NextBytes(noise);
            Assert.Throws<ModelException>(() => OnnxInspection.RefuseExternalData(noise, "noise"));
        }
    }

    [Fact]
    public void A_model_cut_off_within_any_field_is_refused()
    {
        var model = Onnx.Model((Node, WithAttribute(Tensor, Onnx.PlainTensor())), (Initializer, Onnx.PlainTensor()));
        OnnxInspection.RefuseExternalData(model, "whole");
        for (var length = 3; length < model.Length; length++)
            AssertNoOnnx(model[..length]);
    }

    [Fact]
    public void Deeply_nested_graphs_are_refused()
    {
        var graph = Onnx.Message();
        for (var i = 0; i < 15; i++)
            graph = Onnx.Message((Node, WithAttribute(Graph, graph)));
        OnnxInspection.RefuseExternalData(Onnx.Message((7, graph)), "nested");
        for (var i = 0; i < 500; i++)
            graph = Onnx.Message((Node, WithAttribute(Graph, graph)));
        var error = Assert.Throws<ModelException>(() => OnnxInspection.RefuseExternalData(Onnx.Message((7, graph)), "nested"));
        Assert.Contains("nested deeper", error.Message, StringComparison.Ordinal);
    }

    private static byte[] WithAttribute(int field, byte[] value) => Onnx.Message((Attribute, Onnx.Message((field, value))));

    private static void AssertExternal(byte[] model)
    {
        var error = Assert.Throws<ModelException>(() => OnnxInspection.RefuseExternalData(model, "some.onnx"));
        Assert.Equal("some.onnx: refers to external data files; only models in one file are accepted.", error.Message);
    }

    private static void AssertNoOnnx(byte[] model)
    {
        var error = Assert.Throws<ModelException>(() => OnnxInspection.RefuseExternalData(model, "some.onnx"));
        Assert.StartsWith("some.onnx: not an ONNX file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void External_data_of_a_functions_default_attribute_is_refused()
    {
        var function = Onnx.Message((11, Onnx.Message((5, Onnx.ExternalTensor()))));
        Assert.Throws<ModelException>(() => OnnxInspection.RefuseExternalData(Onnx.Message((7, Onnx.Message()), (25, function)), "x"));
    }
}
