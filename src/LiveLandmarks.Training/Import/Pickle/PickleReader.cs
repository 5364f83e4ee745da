using System.Text;

namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>
/// Reads the pickles of PyTorch checkpoints (protocol 2, Python's pickletools describes the instructions). It accepts only the few
/// instructions that they use and the given constructors; anything else is refused with its name, so that no code in the file can run.
/// </summary>
/// <param name="input">The bytes.</param>
/// <param name="constructors">The constructors that the pickle may name.</param>
/// <param name="persistent">Returns the object of a persistent identifier; null for an unexpected identifier.</param>
internal sealed class PickleReader(
    PickleInput input,
    IReadOnlyDictionary<string, PickleConstructor> constructors,
    Func<object?, object?> persistent)
{
    private const int Protocol = 2;

    private readonly List<object?> stack = [];
    private readonly Dictionary<int, object?> memo = [];
    private int depth;

    /// <summary>Reads one pickle up to its end.</summary>
    public object? Read()
    {
        for (var i = 0; i < PickleLimits.Instructions; i++)
        {
            var instruction = (PickleInstruction)input.Byte();
            if (instruction == PickleInstruction.Stop)
                return Pop();
            Execute(instruction);
            if (stack.Count > PickleLimits.Objects || memo.Count > PickleLimits.Objects || depth > PickleLimits.Depth)
                throw input.Refused("too many objects, or objects nested too deep");
        }
        throw input.Refused("a pickle without end");
    }

    private void Execute(PickleInstruction instruction)
    {
        switch (instruction)
        {
            case PickleInstruction.Protocol:
                var protocol = input.Byte();
                if (protocol != Protocol)
                    throw input.Refused($"a pickle of protocol {protocol}, where PyTorch's own is {Protocol}");
                break;
            case PickleInstruction.Mark:
                depth++;
                Push(PickleMark.Instance);
                break;
            case PickleInstruction.None:
                Push(null);
                break;
            case PickleInstruction.True:
                Push(true);
                break;
            case PickleInstruction.False:
                Push(false);
                break;
            case PickleInstruction.Int:
                Push((long)input.Int32());
                break;
            case PickleInstruction.Int1:
                Push((long)input.Byte());
                break;
            case PickleInstruction.Int2:
                Push((long)input.UInt16());
                break;
            case PickleInstruction.Long1:
                // Numbers too large for a dimension, such as the magic number, stay big integers.
                var number = input.Long(input.Byte());
                Push(number >= long.MinValue && number <= long.MaxValue ? (long)number : (object)number);
                break;
            case PickleInstruction.Float:
                Push(input.DoubleBigEndian());
                break;
            case PickleInstruction.Unicode:
                Push(input.Text(input.Int32(), Encoding.UTF8));
                break;
            case PickleInstruction.ShortString:
                Push(input.Text(input.Byte(), Encoding.Latin1));
                break;
            case PickleInstruction.EmptyTuple:
                Push(Array.Empty<object?>());
                break;
            case PickleInstruction.Tuple1:
                Push(PopMany(1));
                break;
            case PickleInstruction.Tuple2:
                Push(PopMany(2));
                break;
            case PickleInstruction.Tuple3:
                Push(PopMany(3));
                break;
            case PickleInstruction.Tuple:
                Push(PopToMark());
                break;
            case PickleInstruction.EmptyList:
                Push(new List<object?>());
                break;
            case PickleInstruction.Append:
                var item = Pop();
                Top<List<object?>>().Add(item);
                break;
            case PickleInstruction.Appends:
                var items = PopToMark();
                Top<List<object?>>().AddRange(items);
                break;
            case PickleInstruction.EmptyDictionary:
                Push(new PickleDictionary());
                break;
            case PickleInstruction.SetItem:
                SetItems(PopMany(2));
                break;
            case PickleInstruction.SetItems:
                SetItems(PopToMark());
                break;
            case PickleInstruction.Put1:
                Remember(input.Byte());
                break;
            case PickleInstruction.Put4:
                Remember(input.Int32());
                break;
            case PickleInstruction.Get1:
                Recall(input.Byte());
                break;
            case PickleInstruction.Get4:
                Recall(input.Int32());
                break;
            case PickleInstruction.Global:
                Push(Constructor($"{input.Line()}.{input.Line()}"));
                break;
            case PickleInstruction.Reduce:
                var arguments = Pop() as object?[] ?? throw Malformed();
                var constructor = Pop() as PickleConstructor ?? throw Malformed();
                Push(constructor.Make(arguments) ?? throw input.Refused($"'{constructor.Name}' with unexpected arguments"));
                break;
            case PickleInstruction.Build:
                // The state of an ordered dictionary: the versions of the modules, which are not needed.
                _ = Pop();
                _ = Top<PickleDictionary>();
                break;
            case PickleInstruction.PersistentId:
                Push(persistent(Pop()) ?? throw input.Refused("a storage of unknown type or form"));
                break;
            default:
                throw input.Refused($"the pickle instruction 0x{(byte)instruction:x2}, which no state dictionary needs");
        }
    }

    private PickleConstructor Constructor(string name) => constructors.TryGetValue(name, out var constructor)
        ? constructor
        : throw input.Refused($"a call of '{name}'");

    private void SetItems(object?[] items)
    {
        var dictionary = Top<PickleDictionary>();
        if (items.Length % 2 != 0)
            throw Malformed();
        for (var i = 0; i < items.Length; i += 2)
            dictionary.Set(items[i], items[i + 1]);
    }

    private void Remember(int key) => memo[key] = stack.Count > 0 ? stack[^1] : throw Malformed();

    private void Recall(int key) => Push(memo.TryGetValue(key, out var value) ? value : throw Malformed());

    private void Push(object? value) => stack.Add(value);

    private object? Pop() => PopMany(1)[0];

    private T Top<T>()
        where T : class => stack.Count > 0 && stack[^1] is T value ? value : throw Malformed();

    private object?[] PopMany(int count)
    {
        var start = stack.Count - count;
        if (start < 0 || stack.LastIndexOf(PickleMark.Instance, stack.Count - 1, count) >= 0)
            throw Malformed();
        object?[] items = [.. stack[start..]];
        stack.RemoveRange(start, count);
        return items;
    }

    private object?[] PopToMark()
    {
        var mark = stack.LastIndexOf(PickleMark.Instance);
        if (mark < 0)
            throw Malformed();
        object?[] items = [.. stack[(mark + 1)..]];
        stack.RemoveRange(mark, stack.Count - mark);
        depth--;
        return items;
    }

    private WeightsException Malformed() => input.Refused("a malformed pickle");
}

/// <summary>Marks on the stack where a container's items start.</summary>
internal sealed class PickleMark
{
    public static PickleMark Instance { get; } = new();
}
