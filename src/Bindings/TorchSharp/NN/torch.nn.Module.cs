using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Named parameters, buffers and submodules. No native module stands behind it.</summary>
        public partial class Module : IDisposable
        {
            protected string? name;

            private readonly NamedList<Parameter> _parameters = new();
            private readonly NamedList<(Tensor Tensor, bool IsPersistent)> _buffers = new();
            private readonly NamedList<Module> _submodules = new();
            private bool _areComponentsRegistered;
            private bool _isTraining = true;

            protected Module(string name) => this.name = name;

            ~Module() => Dispose(false);

            public virtual bool training => _isTraining;

            public virtual void train(bool train = true)
            {
                _isTraining = train;
                foreach (var (_, module) in named_children())
                    module.train(train);
            }

            public virtual void eval() => train(false);

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                if (!_buffers.TryAdd(name, (tensor, persistent)))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                    throw new ArgumentNullException(
                        nameof(param), "A null tensor cannot be registered as a parameter.");
                if (!_parameters.TryAdd(name, param))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _submodules.Remove(name);
                    return;
                }

                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"module name can't contain \".\", got: {name}");
                if (name.Length == 0)
                    throw new ArgumentException("module name can't be empty string \"\"");
                if (_submodules.Contains(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                submodule.RegisterComponents();
                _submodules.TryAdd(name, submodule);
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var (_, buffer) in _buffers)
                    buffer.Tensor.Dispose();
                foreach (var (_, parameter) in _parameters)
                    parameter.Dispose();
                foreach (var (_, module) in _submodules)
                    module.Dispose();
            }

            /// <summary>Registers the fields that derived classes declare, under the names of the fields.</summary>
            protected virtual void RegisterComponents()
            {
                if (_areComponentsRegistered)
                    return;
                foreach (var field in DerivedFields())
                {
                    var component = field.Name;
                    if (IsRegistered(component))
                        continue;
                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(component, module);
                            break;
                        case Parameter parameter:
                            register_parameter(component, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(component, tensor);
                            break;
                    }
                }

                _areComponentsRegistered = true;
            }

            /// <summary>Sets what a name stands for, or takes the name out.</summary>
            internal void SetParameter(string parameterName, Parameter? parameter) =>
                _parameters.Set(parameterName, parameter);

            internal void SetBuffer(string bufferName, Tensor? buffer) =>
                _buffers.Set(bufferName, buffer is null ? default : (buffer, true), remove: buffer is null);

            private bool IsRegistered(string component) =>
                _submodules.Contains(component) || _parameters.Contains(component) || _buffers.Contains(component);

            private IEnumerable<FieldInfo> DerivedFields()
            {
                const BindingFlags Declared =
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;
                var seen = new HashSet<string>();
                var own = typeof(Module).Assembly;
                for (var type = GetType(); type is not null && type.Assembly != own; type = type.BaseType)
                    foreach (var field in type.GetFields(Declared))
                        if (seen.Add(field.Name))
                            yield return field;
            }
        }
    }
}
