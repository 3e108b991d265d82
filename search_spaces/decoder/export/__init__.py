"""A trained decoder in the forms that other programs read.

plain.py         which shapes are exactly a Llama or Qwen3, their configuration and tensors
hf.py            a folder for transformers
shipping.py      the code that travels with other shapes: configuration_autonas.py, context_autonas.py (cache, padding,
                 positions), modeling_autonas.py, and the files of their block families
gguf.py          a file for llama.cpp; gguf_names.py has its names for tensors
onnx.py          a graph for ONNX Runtime
*_quantized.py   the same with weights as integers
readback.py      our network with the weights that stand in such a file
vocabulary.py    the tokenizer for all of them

Nothing here is imported before a model is exported; the packages of a format are imported by its file.
"""
