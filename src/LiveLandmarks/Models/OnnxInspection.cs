using Google.Protobuf;

namespace LiveLandmarks.Models;

/// <summary>
/// Walks an ONNX file's protobuf fields (onnx.proto, IR version 3 and later) without building the graph.
/// </summary>
internal static class OnnxInspection
{
    private const int MaximumDepth = 64;
    private const int ExternalData = 13;
    private const int DataLocation = 14;
    private const int ExternalLocation = 1;

    private enum Message
    {
        Model,
        Graph,
        Node,
        Attribute,
        Tensor,
        SparseTensor,
        Function,
        TrainingInfo,
    }

    /// <summary>
    /// Rejects a model whose tensors are stored in other files: such a reference can point anywhere on the disk, and the model's hash does
    /// not cover those bytes.
    /// </summary>
    /// <param name="model">Bytes of the file.</param>
    /// <param name="name">Name of the file, for error messages.</param>
    /// <exception cref="ModelException">The file refers to external data, or is not an ONNX file.</exception>
    public static void RefuseExternalData(byte[] model, string name)
    {
        try
        {
            if (!Walk(new CodedInputStream(model), Message.Model, name))
                throw new ModelException($"{name}: not an ONNX file: it contains no graph.");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new ModelException($"{name}: not an ONNX file, or a damaged one: {e.Message}", e);
        }
    }

    private static bool Walk(CodedInputStream input, Message message, string name, int depth = 0)
    {
        if (depth > MaximumDepth)
            throw new ModelException($"{name}: graphs nested deeper than {MaximumDepth} levels are refused.");

        var seenGraph = false;
        while (input.ReadTag() is var tag and not 0)
        {
            var (field, wire) = (WireFormat.GetTagFieldNumber(tag), WireFormat.GetTagWireType(tag));
            if (message == Message.Tensor && field == DataLocation && wire == WireFormat.WireType.Varint)
            {
                if (input.ReadEnum() == ExternalLocation)
                    throw External(name);
            }
            else if (message == Message.Tensor && field == ExternalData)
            {
                throw External(name);
            }
            else if (wire == WireFormat.WireType.LengthDelimited && Child(message, field) is { } child)
            {
                seenGraph |= child == Message.Graph;
                // A copy, because CodedInputStream has no public way to limit itself to a nested message.
                Walk(input.ReadBytes().CreateCodedInput(), child, name, depth + 1);
            }
            else
            {
                input.SkipLastField();
            }
        }
        return seenGraph;
    }

    private static ModelException External(string name) =>
        new($"{name}: refers to external data files; only models in one file are accepted.");

    private static Message? Child(Message parent, int field) => (parent, field) switch
    {
        (Message.Model, 7) => Message.Graph,
        (Message.Model, 20) => Message.TrainingInfo,
        (Message.Model, 25) => Message.Function,
        (Message.TrainingInfo, 1 or 2) => Message.Graph,
        (Message.Function, 7) => Message.Node,
        (Message.Function, 11) => Message.Attribute,
        (Message.Graph, 1) => Message.Node,
        (Message.Graph, 5) => Message.Tensor,
        (Message.Graph, 15) => Message.SparseTensor,
        (Message.Node, 5) => Message.Attribute,
        (Message.Attribute, 5 or 10) => Message.Tensor,
        (Message.Attribute, 6 or 11) => Message.Graph,
        (Message.Attribute, 22 or 23) => Message.SparseTensor,
        (Message.SparseTensor, 1 or 2) => Message.Tensor,
        _ => null,
    };
}
