import { zipSync } from 'fflate';
import { graftModel } from './flatbuffer-graft.ts';
import { imageModelMetadata } from './metadata.ts';
import { refineLandmarks } from './refine-landmarks.ts';
import { type FaceSources, readFaceSources, readPersonSource, readWasmSources } from './sources.ts';

/** One file of the extension. */
export interface ShippedFile {
  /** Path in the extension, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

// Colour values 0 to 255 become -1 to 1 for the detector, 0 to 1 for the landmarks and for the person.
// Source: the graphs of mediapipe/modules (ImageToTensorCalculator's output_tensor_float_range in
// face_detection, face_landmark and selfie_segmentation).
const DETECTOR_NORMALIZATION = { mean: 127.5, std: 127.5 };
const LANDMARKS_NORMALIZATION = { mean: 0, std: 255 };
const PERSON_NORMALIZATION = { mean: 0, std: 255 };

// A zip stores local time without a zone, and fflate reads it with the local getters: so it is made
// of local numbers, and at noon, which every zone has on every day.
const zipTime = () => new Date(1980, 0, 1, 12);

/**
 * The files with which tasks-vision finds faces and people, to be shipped in the extension: the face
 * bundle, the person model and the WebAssembly pair, about 14 MB. The same packages give the same bytes, whenever and wherever.
 *
 * @param packages the folder node_modules to read from, this checkout's own unless given
 * @throws PackageMismatchError if a package's version or content is not the known one.
 */
export async function assembleModels(packages?: string): Promise<ShippedFile[]> {
  const face = await readFaceSources(packages);
  const person = await readPersonSource(packages);
  const wasm = await readWasmSources(packages);
  return [
    { path: 'models/face.task', bytes: assembleFaceTask(face) },
    { path: 'models/person.tflite', bytes: assemblePersonModel(person) },
    { path: 'wasm/vision_wasm_module_internal.js', bytes: wasm.loader },
    { path: 'wasm/vision_wasm_module_internal.wasm', bytes: wasm.wasm },
  ];
}

/**
 * The bundle that FaceLandmarker loads: a zip whose entries are stored, not compressed, because
 * tasks-vision reads the models in place. Blendshapes are left out.
 *
 * @throws ModelFormatError if a model has another form than expected.
 */
export function assembleFaceTask(face: FaceSources): Uint8Array {
  return zipSync(
    {
      'face_detector.tflite': graftModel(face.detector, {
        metadata: imageModelMetadata('face_detector', DETECTOR_NORMALIZATION),
      }),
      'face_landmarks_detector.tflite': refineLandmarks(
        face.landmarks,
        imageModelMetadata('face_landmarks_detector', LANDMARKS_NORMALIZATION),
      ),
      'geometry_pipeline_metadata_landmarks.binarypb': face.geometry,
    },
    { level: 0, mtime: zipTime() },
  );
}

/**
 * The model that ImageSegmenter loads: the maker's own, with metadata added.
 *
 * @throws ModelFormatError if the model has another form than expected.
 */
export function assemblePersonModel(person: Uint8Array): Uint8Array {
  return graftModel(person, {
    metadata: imageModelMetadata('person', PERSON_NORMALIZATION),
  });
}
