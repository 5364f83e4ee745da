using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(recurse, module => module._parameters, (_, parameter) => parameter);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                Distinct(
                    recurse,
                    module => module._buffers.Where(pair => pair.Value.IsPersistent || include_nonpersistent),
                    (_, buffer) => buffer.Tensor);

            public virtual IEnumerable<(string name, Module module)> named_children() => _submodules;

            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (entry, parameter) in named_parameters())
                    destination.TryAdd(Key(entry), parameter);
                foreach (var (entry, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Key(entry), buffer);
                return destination;

                string Key(string entry) => string.IsNullOrEmpty(prefix) ? entry : $"{prefix}.{entry}";
            }

            private IEnumerable<(string, TResult)> Distinct<T, TResult>(
                bool recurse, Func<Module, IEnumerable<(string Name, T Value)>> own, Func<string, T, TResult> select)
                where TResult : Tensor
            {
                var seen = new HashSet<nint>();
                foreach (var (path, module) in recurse ? WithDescendants("") : [("", this)])
                    foreach (var (entry, value) in own(module))
                    {
                        var result = select(entry, value);
                        if (!result.IsInvalid && seen.Add(result.Handle))
                            yield return (path + entry, result);
                    }
            }

            private IEnumerable<(string Path, Module Module)> WithDescendants(string path)
            {
                yield return (path, this);
                foreach (var (childName, child) in named_children())
                    foreach (var descendant in child.WithDescendants($"{path}{childName}."))
                        yield return descendant;
            }
        }
    }
}
