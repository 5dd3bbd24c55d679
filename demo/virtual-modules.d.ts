/** The canonical face mesh, read from its npm package by the build (demo/build.ts). */
declare module 'virtual:canonical-mesh' {
  import type { PackedMesh } from './sitter/mesh.ts';

  const packed: PackedMesh;
  export default packed;
}
