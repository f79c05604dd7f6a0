package dev.tuff.jit.hir;

import java.util.ArrayList;
import java.util.List;

/** Operations in a row: phis first, a jump, branch, return or leave last. */
public final class Block {
  public final int id;

  /** The instruction that it begins with; -1 for blocks that are no instruction's. */
  public final int start;
  public final List<Node> phis = new ArrayList<>();
  public final List<Node> nodes = new ArrayList<>();
  public final List<Block> predecessors = new ArrayList<>();
  public Block[] successors = {};
  public boolean isLoopHeader;

  /** In how many loops it lies. */
  public int loopDepth;

  /** The block that every way to this one goes through last; null for the first. */
  public Block dominator;

  Block(int id, int start) {
    this.id = id;
    this.start = start;
  }
}
