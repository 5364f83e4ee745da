using Google.Protobuf;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Export.Schema;

namespace LiveLandmarks.Training.Tests.Export;

public class OnnxSchemaTests
{
    /// <summary>The library reads the fields of a model by number, without the schema that the exporter uses.</summary>
    [Fact]
    public void The_library_finds_initializers_where_the_schema_puts_them()
    {
        // Field 14 is the location of the values; 1 stands for another file.
        var outside = TensorProto.Parser.ParseFrom([14 << 3, 1]);
        var model = new ModelProto { IrVersion = 8, Graph = new GraphProto { Initializer = { new TensorProto { Name = "inside" } } } };
        OnnxInspection.RefuseExternalData(model.ToByteArray(), "model.onnx");

        model.Graph.Initializer.Add(outside);
        Assert.Throws<ModelException>(() => OnnxInspection.RefuseExternalData(model.ToByteArray(), "model.onnx"));
    }
}
