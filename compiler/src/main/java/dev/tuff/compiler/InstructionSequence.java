package dev.tuff.compiler;

import java.util.Arrays;

/** What lowering writes: instructions in order, jumps naming labels, before they are cut into blocks. */
final class InstructionSequence {
  Instr[] code = new Instr[32];
  int size;
  /** Label to index of the instruction that it stands before. */
  private int[] labels = new int[16];
  private int labelCount;
  /** Spliced in at ANNOTATIONS_PLACEHOLDER. */
  private InstructionSequence annotations;

  int newLabel() {
    if (labelCount == labels.length) {
      labels = Arrays.copyOf(labels, labelCount * 2);
    }
    labels[labelCount] = -1;
    return labelCount++;
  }

  void useLabel(int label) {
    labels[label] = size;
  }

  void add(int opcode, int arg, Loc loc) {
    if (size == code.length) {
      code = Arrays.copyOf(code, size * 2);
    }
    code[size++] = new Instr(opcode, arg, loc);
  }

  void insertFirst(int opcode, int arg, Loc loc) {
    add(opcode, arg, loc);
    Instr first = code[size - 1];
    System.arraycopy(code, 0, code, 1, size - 1);
    code[0] = first;
    for (int i = 0; i < labelCount; i++) {
      if (labels[i] >= 0) {
        labels[i]++;
      }
    }
  }

  void setAnnotations(InstructionSequence annotations) {
    this.annotations = annotations;
  }

  /** Makes blocks: one starts at each instruction that is jumped to and behind each that ends one. Returns the entry block. */
  Block toBlocks() {
    resolveLabels();
    spliceAnnotations();
    Block[] starts = new Block[size];
    for (int i = 0; i < size; i++) {
      if (Pseudo.hasTarget(code[i].opcode)) {
        code[code[i].arg].isTarget = true;
      }
    }
    Block entry = new Block();
    Block current = entry;
    for (int i = 0; i < size; i++) {
      Instr instr = code[i];
      boolean ended = current.size > 0 && Pseudo.isTerminator(current.last().opcode);
      if (ended || instr.isTarget && (current.size > 0 || current.labelled)) {
        current.next = new Block();
        current = current.next;
      }
      if (instr.isTarget) {
        current.labelled = true;
        starts[i] = current;
      }
      current.add(instr);
    }
    for (int i = 0; i < size; i++) {
      if (Pseudo.hasTarget(code[i].opcode)) {
        code[i].target = starts[code[i].arg];
      }
    }
    return entry;
  }

  private void resolveLabels() {
    for (int i = 0; i < size; i++) {
      if (Pseudo.hasTarget(code[i].opcode)) {
        code[i].arg = labels[code[i].arg];
      }
    }
  }

  /** The set-up of annotations has no jumps of its own, so that only indices behind the placeholder move. */
  private void spliceAnnotations() {
    for (int at = 0; at < size; at++) {
      if (code[at].opcode == Pseudo.ANNOTATIONS_PLACEHOLDER) {
        int inserted = annotations == null ? 0 : annotations.size;
        Instr[] spliced = new Instr[size - 1 + inserted];
        System.arraycopy(code, 0, spliced, 0, at);
        if (inserted > 0) {
          System.arraycopy(annotations.code, 0, spliced, at, inserted);
        }
        System.arraycopy(code, at + 1, spliced, at + inserted, size - at - 1);
        code = spliced;
        size = spliced.length;
        for (int i = 0; i < size; i++) {
          if (Pseudo.hasTarget(code[i].opcode) && code[i].arg > at) {
            code[i].arg += inserted - 1;
          }
        }
        return;
      }
    }
  }
}
