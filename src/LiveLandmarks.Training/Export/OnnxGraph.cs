using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using LiveLandmarks.Training.Export.Schema;
using static LiveLandmarks.Training.Export.Schema.TensorProto.Types;

namespace LiveLandmarks.Training.Export;

/// <summary>
/// Collects the nodes and constants of an ONNX graph (opset 17, IR version 8: ONNX Runtime 1.13 and later). Values are referred to by name.
/// </summary>
/// <param name="precision">Number format of the constants that take part in the computation.</param>
internal sealed class OnnxGraph(ModelPrecision precision)
{
    /// <summary>Name of the free dimension, the number of pictures.</summary>
    public const string BatchDimension = "N";

    private const int OpsetVersion = 17;
    private const int IrVersion = 8;

    private readonly GraphProto graph = new() { Name = "network" };
    private readonly HashSet<string> constants = new(StringComparer.Ordinal);
    private int values;

    /// <summary>Declares an input of floats [N, dimensions] and converts it to the precision of the computation.</summary>
    /// <returns>The value to compute with.</returns>
    public string Input(string name, params long[] dimensions)
    {
        graph.Input.Add(Describe(name, dimensions));
        return precision == ModelPrecision.Half ? Node("Cast", [name], OnnxAttribute.Of("to", (long)DataType.Float16)) : name;
    }

    /// <summary>Converts a value to 32-bit floats.</summary>
    public string ToFloat32(string value) =>
        precision == ModelPrecision.Half ? Node("Cast", [value], OnnxAttribute.Of("to", (long)DataType.Float)) : value;

    /// <summary>Declares a value of 32-bit floats [N, dimensions] as an output.</summary>
    public void Output(string value, string name, params long[] dimensions)
    {
        graph.Node.Add(new NodeProto { OpType = "Identity", Name = name, Input = { value }, Output = { name } });
        graph.Output.Add(Describe(name, dimensions));
    }

    /// <summary>Adds a node with one output.</summary>
    /// <param name="type">Operator of the standard domain.</param>
    /// <param name="inputs">Values; an empty name for an omitted optional input.</param>
    /// <param name="attributes">Attributes that differ from the operator's defaults.</param>
    /// <returns>Its output.</returns>
    public string Node(string type, ReadOnlySpan<string> inputs, params AttributeProto[] attributes)
    {
        var output = $"{type}_{(++values).ToString(CultureInfo.InvariantCulture)}";
        var node = new NodeProto { OpType = type, Name = output, Output = { output }, Attribute = { attributes } };
        foreach (var input in inputs)
            node.Input.Add(input);
        graph.Node.Add(node);
        return output;
    }

    /// <summary>Adds a constant in the precision of the computation. A constant whose name exists already is not added again.</summary>
    /// <exception cref="ModelException">A value is not finite, or does not fit 16 bits.</exception>
    public string Constant(string name, ReadOnlySpan<float> data, params long[] shape)
    {
        if (precision == ModelPrecision.Full)
            return Constant32(name, data, shape);
        var halves = new Half[data.Length];
        for (var i = 0; i < halves.Length; i++)
        {
            halves[i] = (Half)data[i];
            if (!Half.IsFinite(halves[i]))
                throw new ModelException(
                    $"{name}: {data[i].ToString(CultureInfo.InvariantCulture)} cannot be written in 16 bits; export with 32.");
        }
        return Add(name, DataType.Float16, MemoryMarshal.AsBytes<Half>(halves), shape);
    }

    /// <summary>Adds a constant of 32-bit floats, whatever the precision of the computation.</summary>
    /// <exception cref="ModelException">A value is not finite.</exception>
    public string Constant32(string name, ReadOnlySpan<float> data, params long[] shape)
    {
        foreach (var value in data)
        {
            if (!float.IsFinite(value))
                throw new ModelException(
                    $"{name}: holds {value.ToString(CultureInfo.InvariantCulture)}; the training has diverged, go back to an earlier " +
                    "checkpoint.");
        }
        return Add(name, DataType.Float, MemoryMarshal.AsBytes(data), shape);
    }

    /// <summary>Adds a constant of indices.</summary>
    public string Indices(string name, ReadOnlySpan<long> data, params long[] shape) =>
        Add(name, DataType.Int64, MemoryMarshal.AsBytes(data), shape);

    /// <summary>The whole file.</summary>
    /// <param name="metadata">Facts to write into it; not a substitute for the manifest.</param>
    public byte[] ToBytes(IEnumerable<KeyValuePair<string, string>> metadata) => new ModelProto
    {
        IrVersion = IrVersion,
        ProducerName = "LiveLandmarks",
        ProducerVersion = typeof(OnnxGraph).Assembly.GetName().Version?.ToString() ?? "",
        Graph = graph,
        OpsetImport = { new OperatorSetIdProto { Version = OpsetVersion } },
        MetadataProps = { metadata.Select(entry => new StringStringEntryProto { Key = entry.Key, Value = entry.Value }) },
    }.ToByteArray();

    private static ValueInfoProto Describe(string name, long[] dimensions)
    {
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = BatchDimension } } };
        shape.Dim.AddRange(dimensions.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)DataType.Float, Shape = shape } },
        };
    }

    private string Add(string name, DataType type, ReadOnlySpan<byte> bytes, long[] shape)
    {
        if (constants.Add(name))
        {
            graph.Initializer.Add(new TensorProto
            {
                Name = name,
                DataType = (int)type,
                Dims = { shape },
                RawData = ByteString.CopyFrom(bytes),
            });
        }
        return name;
    }
}
