using System.Text;
using System.Text.RegularExpressions;

namespace LiveLandmarks.Fuzz;

/// <summary>Changes parts of a text: numbers, words, lines, members of JSON.</summary>
/// <param name="random">The source of the changes.</param>
internal sealed partial class TextMutator(Random random)
{
    private static readonly string[] Numbers =
    [
        "NaN", "-NaN", "Infinity", "-Infinity",
        "1e999", "-1e999", "1e38", "-1e38", "1e-320", "0", "-0", "-1", "", "99999999999999999999", "-2147483649", "2147483647",
        "4294967296",
        "0x10", "1,5", "1e", "+", "1.7976931348623157e308", "00000001", "1_000", "١", "3000000", "0.0000001",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "{}", "[]", "\"\"",
        "\"x\"", "[null]", "{\"a\":1}", "-1", "1e400", "[[[[[[[[]]]]]]]]", "\"\\ud800\"", "\"../../etc/passwd\"", "\"/dev/zero\"",
        "\"\\u0000\"",
    ];

    /// <summary>Changes a text.</summary>
    /// <param name="input">Its bytes; may be invalid UTF-8 after earlier changes.</param>
    public byte[] Mutate(byte[] input)
    {
        // One byte per character, so that invalid UTF-8 is kept.
        var text = Encoding.Latin1.GetString(input);
        return Encoding.Latin1.GetBytes(Change(text));
    }

    private string Change(string text)
    {
        switch (random.Next(11))
        {
            case 0 or 1 or 2:
                return Replace(NumberPattern(), text, _ => Numbers[random.Next(Numbers.Length)]);
            case 3:
                return Replace(MemberPattern(), text, member => $"{member.Groups[1].Value}{Values[random.Next(Values.Length)]}");
            case 4:
                return Replace(MemberPattern(), text, _ => "");
            case 5:
                return Lines(text, (lines, at) => lines.RemoveAt(at));
            case 6:
                return Lines(text, (lines, at) => lines.Insert(at, lines[random.Next(lines.Count)]));
            case 7:
                return Lines(text, (lines, at) => lines.InsertRange(at, Enumerable.Repeat(lines[at], random.Next(1, 300))));
            case 8:
                return Replace(WordPattern(), text, _ => "");
            case 9:
                return Replace(WordPattern(), text, word => new string(word.Value[0], random.Next(1, 70_000)));
            default:
                var at = random.Next(text.Length + 1);
                var bracket = "[{(\"/\\,"[random.Next(7)];
                return text.Insert(at, new string(bracket, random.Next(1, random.Next(2) == 0 ? 10 : 20_000)));
        }
    }

    private string Replace(Regex pattern, string text, Func<Match, string> replacement)
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0)
            return text;
        var match = matches[random.Next(matches.Count)];
        return $"{text[..match.Index]}{replacement(match)}{text[(match.Index + match.Length)..]}";
    }

    private string Lines(string text, Action<List<string>, int> change)
    {
        List<string> lines = [.. text.Split('\n')];
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("""("[^"\n]*"\s*:\s*)("[^"\n]*"|[^,{}\[\]\s]+),?""")]
    private static partial Regex MemberPattern();

    [GeneratedRegex(@"[A-Za-z_]+")]
    private static partial Regex WordPattern();
}
