using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>The state of OpenCV's random number generator.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct RNG : IEquatable<RNG>
{
    private const ulong DefaultState = 0xffffffff;

    private ulong _state;

    /// <summary>Creates a state from a seed; zero stands for the default one.</summary>
    public RNG(ulong state = DefaultState) => _state = state == 0 ? DefaultState : state;

    /// <summary>The bits of the generator.</summary>
    public ulong State
    {
        readonly get => _state;
        set => _state = value;
    }

    /// <summary>Whether two states are equal.</summary>
    public static bool operator ==(RNG left, RNG right) => left.Equals(right);

    /// <summary>Whether two states differ.</summary>
    public static bool operator !=(RNG left, RNG right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(RNG other) => _state == other._state;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RNG other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _state.GetHashCode();
}
