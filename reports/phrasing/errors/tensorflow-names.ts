/** The functions of `tf`, those that students may call. A test compares them with the library's. */
export const tensorflowFunctions: readonly string[] = words(`
  abs acos acosh add addN all any argMax argMin asin asinh atan atan2 atanh avgPool avgPool3d basicLSTMCell
  batchNorm batchNorm2d batchNorm3d batchNorm4d batchToSpaceND bincount bitwiseAnd booleanMaskAsync broadcastArgs
  broadcastTo buffer cast ceil clipByValue clone complex concat concat1d concat2d concat3d concat4d conv1d conv2d
  conv2dTranspose conv3d conv3dTranspose cos cosh cosineWindow cumprod cumsum customGrad denseBincount depthToSpace
  depthwiseConv2d diag dilation2d dispose disposeVariables div divNoNan dot dropout einsum elu enableDebugMode
  enableProdMode engine ensureShape env equal erf euclideanNorm exp expandDims expm1 eye fft fill floor floorDiv
  gather gatherND getBackend grad grads greater greaterEqual ifft imag input inTopKAsync irfft isFinite isInf isNaN
  keep leakyRelu less lessEqual linspace loadLayersModel localResponseNormalization log log1p logicalAnd logicalNot
  logicalOr logicalXor logSigmoid logSoftmax logSumExp lowerBound matMul max maximum maxPool maxPool3d
  maxPoolWithArgmax mean memory meshgrid min minimum mirrorPad mod model moments movingAverage mul multinomial
  multiRNNCell neg nextFrame norm notEqual oneHot ones onesLike outerProduct pad pad1d pad2d pad3d pad4d pool pow
  prelu print prod profile raggedGather raggedRange raggedTensorToTensor rand randomGamma randomNormal
  randomStandardNormal randomUniform randomUniformInt range ready real reciprocal relu relu6 reshape reverse
  reverse1d reverse2d reverse3d reverse4d rfft round rsqrt scalar scatterND searchSorted selu separableConv2d
  sequential setBackend setdiff1dAsync sigmoid sign sin sinh slice slice1d slice2d slice3d slice4d softmax softplus
  spaceToBatchND sparseToDense split sqrt square squaredDifference squeeze stack step stridedSlice sub sum tan tanh
  tensor tensor1d tensor2d tensor3d tensor4d tensor5d tensor6d tensorScatterUpdate tidy tile time topk train
  transpose truncatedNormal unique unsortedSegmentSum unstack upperBound valueAndGrad valueAndGrads variable
  variableGrads where whereAsync zeros zerosLike
`);

/** The methods of a tensor. */
export const tensorMethods: readonly string[] = words(`
  abs acos acosh add all any argMax argMin array arraySync as1D as2D as3D as4D as5D asin asinh asScalar asType atan
  atan2 atanh avgPool batchNorm batchToSpaceND broadcastTo buffer bufferSync bytes cast ceil clipByValue clone
  concat conv1d conv2d conv2dTranspose cos cosh cumprod cumsum data dataSync dataToGPU depthToSpace depthwiseConv2d
  dilation2d dispose div divNoNan dot elu equal erf euclideanNorm exp expandDims expm1 fft flatten floor floorDiv
  gather greater greaterEqual ifft irfft isFinite isInf isNaN leakyRelu less lessEqual localResponseNormalization
  log log1p logicalAnd logicalNot logicalOr logicalXor logSigmoid logSoftmax logSumExp matMul max maximum maxPool
  mean min minimum mirrorPad mod mul neg norm notEqual oneHot onesLike pad pool pow prelu print prod reciprocal relu
  relu6 reshape reshapeAs resizeBilinear resizeNearestNeighbor reverse rfft round rsqrt selu separableConv2d sigmoid
  sign sin sinh slice softmax softplus spaceToBatchND split sqrt square squaredDifference squeeze stack step
  stridedSlice sub sum tan tanh throwIfDisposed tile toBool toFloat toInt topk toString transpose unique
  unsortedSegmentSum unstack variable where zerosLike
`);

/** The properties of a tensor. */
export const tensorProperties: readonly string[] = ["shape", "dtype", "size", "rank"];

/** What `tf.train` and others like it hold, as far as it is a function. */
export const tensorflowSpaces: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    losses: words(`
      absoluteDifference computeWeightedLoss cosineDistance hingeLoss huberLoss logLoss meanSquaredError
      sigmoidCrossEntropy softmaxCrossEntropy
    `),
    math: words(`
      confusionMatrix
    `),
    linalg: words(`
      bandPart gramSchmidt qr
    `),
    image: words(`
      cropAndResize flipLeftRight grayscaleToRGB nonMaxSuppression nonMaxSuppressionAsync nonMaxSuppressionPadded
      nonMaxSuppressionPaddedAsync nonMaxSuppressionWithScore nonMaxSuppressionWithScoreAsync resizeBilinear
      resizeNearestNeighbor rgbToGrayscale rotateWithOffset threshold transform
    `),
    initializers: words(`
      constant glorotNormal glorotUniform heNormal heUniform identity leCunNormal leCunUniform ones orthogonal
      randomNormal randomUniform truncatedNormal varianceScaling zeros
    `),
    layers: words(`
      activation add alphaDropout average averagePooling1d averagePooling2d averagePooling3d avgPool1d avgPool2d
      avgPool3d avgPooling1d avgPooling2d avgPooling3d batchNormalization bidirectional categoryEncoding centerCrop
      concatenate conv1d conv2d conv2dTranspose conv3d conv3dTranspose convLstm2d convLstm2dCell cropping2D dense
      depthwiseConv2d dot dropout elu embedding flatten gaussianDropout gaussianNoise globalAveragePooling1d
      globalAveragePooling2d globalMaxPool1d globalMaxPool2d globalMaxPooling1d globalMaxPooling2d gru gruCell input
      inputLayer Layer layerNormalization leakyReLU lstm lstmCell masking maximum maxPool1d maxPool2d maxPooling1d
      maxPooling2d maxPooling3d minimum multiply permute prelu randomWidth reLU repeatVector rescaling reshape
      resizing RNN rnn RNNCell separableConv2d simpleRNN simpleRNNCell softmax spatialDropout1d stackedRNNCells
      thresholdedReLU timeDistributed upSampling2d zeroPadding2d
    `),
    regularizers: words(`
      l1 l1l2 l2
    `),
    train: words(`
      adadelta adagrad adam adamax momentum rmsprop sgd
    `),
    metrics: words(`
      binaryAccuracy binaryCrossentropy categoricalAccuracy categoricalCrossentropy cosineProximity MAPE mape
      meanAbsoluteError meanAbsolutePercentageError meanSquaredError MSE mse precision r2Score recall
      sparseCategoricalAccuracy
    `),
  }),
);

/** The methods of an optimizer that students may call. */
export const optimizerMethods: readonly string[] = ["minimize", "computeGradients", "applyGradients"];

/** The methods of the generator that assignments pass. */
export const generatorMethods: readonly string[] = ["permutation", "rand", "randint", "randn", "seed"];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
